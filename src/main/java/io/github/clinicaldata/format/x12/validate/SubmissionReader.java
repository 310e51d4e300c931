package io.github.clinicaldata.format.x12.validate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Collects what an answer needs to know of a file. */
final class SubmissionReader {
    /** A group that is open: its GS, and what it holds so far. */
    private static final class OpenGroup {
        private final String[] gs = new String[9];
        private final List<Submission.Transaction> transactions = new ArrayList<>();
        private final List<Finding> findings = new ArrayList<>();
        private String included = "";
        private long received;

        Submission.Group closed() {
            return new Submission.Group(
                    gs[1],
                    gs[2],
                    gs[3],
                    gs[4],
                    gs[5],
                    gs[6],
                    gs[8],
                    included,
                    received,
                    List.copyOf(transactions),
                    List.copyOf(findings));
        }
    }

    private final Findings findings;
    private final List<Submission.Interchange> interchanges = new ArrayList<>();
    private final List<Submission.Group> groups = new ArrayList<>();
    private final String[] isa = new String[17];
    private final String[] st = new String[4];
    private @Nullable OpenGroup group;
    private @Nullable ClaimReader claims;
    private final Set<String> left = new TreeSet<>();
    private boolean inInterchange;
    private boolean inTransaction;
    private long position;
    private long total;
    private long claimTotal;
    private int told;

    SubmissionReader(Findings findings) {
        this.findings = findings;
    }

    /** Looks at a segment, after the rules have looked at it. */
    void segment(Segment segment, @Nullable Guide guide) {
        switch (segment.tag()) {
            case "ISA" -> {
                endInterchange();
                copy(segment, isa);
                inInterchange = true;
            }
            case "GS" -> {
                endGroup();
                OpenGroup opened = new OpenGroup();
                copy(segment, opened.gs);
                group = opened;
            }
            case "GE" -> {
                if (group != null) {
                    group.included = segment.text(1);
                }
            }
            case "ST" -> begin(segment, guide);
            default -> {
                if (claims != null) {
                    claims.segment(segment);
                }
            }
        }
    }

    private static void copy(Segment segment, String[] into) {
        for (int i = 1; i < into.length; i++) {
            into[i] = segment.text(i);
        }
    }

    private void begin(Segment segment, @Nullable Guide guide) {
        copy(segment, st);
        position = segment.position();
        inTransaction = true;
        boolean institutional = guide == Guide.INSTITUTIONAL;
        claims =
                institutional || guide == Guide.PROFESSIONAL
                        ? new ClaimReader(
                                institutional, (int) (Submission.MOST_CLAIMS - claimTotal))
                        : null;
    }

    /** Takes the findings since the last time. */
    private List<Finding> fresh() {
        List<Finding> all = findings.kept();
        List<Finding> fresh = List.copyOf(all.subList(told, all.size()));
        told = all.size();
        return fresh;
    }

    /** What is found before a transaction is said of its group. */
    void beginTransaction() {
        toGroup();
    }

    private void toGroup() {
        List<Finding> fresh = fresh();
        if (group != null) {
            group.findings.addAll(fresh);
        }
    }

    /** A transaction ends, or the file ends in it. */
    void endTransaction(boolean whole, Verdict verdict) {
        OpenGroup current = group;
        if (!inTransaction || current == null) {
            return;
        }
        inTransaction = false;
        current.received++;
        List<Finding> fresh = fresh();
        Submission.Batch batch = null;
        ClaimReader reader = claims;
        if (reader != null) {
            claimTotal += reader.count();
            batch = reader.batch(fresh);
            if (reader.hasTooMany()) {
                left.add("claims");
            }
        }
        claims = null;
        if (total++ < Submission.MOST_TRANSACTIONS) {
            current.transactions.add(
                    new Submission.Transaction(
                            st[1], st[2], st[3], position, whole, verdict, fresh, batch));
        } else {
            left.add("transaction sets");
        }
    }

    /** A group ends, or the file ends in it. */
    void endGroup() {
        endTransaction(false, Verdict.REJECTED);
        OpenGroup current = group;
        if (current == null) {
            return;
        }
        toGroup();
        group = null;
        long soFar = interchanges.stream().mapToLong(each -> each.groups().size()).sum();
        if (soFar + groups.size() < Submission.MOST_GROUPS) {
            groups.add(current.closed());
        } else {
            left.add("groups");
        }
    }

    private void endInterchange() {
        endGroup();
        if (inInterchange && interchanges.size() < Submission.MOST_GROUPS) {
            interchanges.add(
                    new Submission.Interchange(
                            isa[5],
                            isa[6],
                            isa[7],
                            isa[8],
                            isa[9],
                            isa[10],
                            isa[13],
                            isa[15],
                            List.copyOf(groups)));
        }
        groups.clear();
        inInterchange = false;
    }

    /** The file ends. */
    Submission end() {
        endInterchange();
        if (findings.total() > findings.kept().size()) {
            left.add("findings");
        }
        return new Submission(List.copyOf(interchanges), Collections.unmodifiableSet(left));
    }
}
