package io.github.clinicaldata.format.x12.answer;

import io.github.clinicaldata.format.x12.validate.Finding;
import io.github.clinicaldata.format.x12.validate.Submission;
import io.github.clinicaldata.format.x12.validate.Verdict;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Implementation acknowledgments, 999 of 005010X231A1: one a functional group, which says of each
 * transaction whether it is accepted, and where not, why.
 */
public final class Acknowledgment {
    private static final String GUIDE = "005010X231A1";
    private static final int MOST_CODES = 5;
    private static final int MOST_ELEMENTS = 99;

    /** The loop identifier has no more characters in 005010. */
    private static final int LOOP = 4;

    private final AnswerWriter out = new AnswerWriter();

    private Acknowledgment() {}

    /** The answer to a file that has at least one functional group. */
    public static byte[] of(Submission file) {
        Acknowledgment answer = new Acknowledgment();
        for (Submission.Interchange interchange : file.interchanges()) {
            if (!interchange.groups().isEmpty()) {
                answer.interchange(interchange);
            }
        }
        return answer.out.bytes();
    }

    private void interchange(Submission.Interchange interchange) {
        out.beginInterchange(interchange);
        for (Submission.Group group : interchange.groups()) {
            out.beginGroup(interchange, group, "FA", GUIDE);
            out.beginTransaction("999", GUIDE);
            out.segment(
                    "AK1",
                    Echo.text(group.functional(), 2, 2, "ZZ"),
                    Echo.number(group.control()),
                    Echo.text(group.guide(), 1, 12, "005010"));
            group.transactions().forEach(this::transaction);
            end(group);
            out.endTransaction();
            out.endGroup();
        }
        out.endInterchange();
    }

    private void transaction(Submission.Transaction transaction) {
        out.segment(
                "AK2",
                Echo.text(transaction.set(), 3, 3, "000"),
                Echo.text(transaction.control(), 4, 9, "0000"),
                Echo.text(transaction.guide(), 35));
        Map<Finding, String> claims = claims(transaction);
        Set<String> codes = new LinkedHashSet<>();
        if (!transaction.whole()) {
            codes.add("2");
        }
        Map<Object, Map<Finding, Boolean>> segments = new LinkedHashMap<>();
        for (Finding finding : transaction.findings()) {
            if (SyntaxErrors.isOfTransaction(finding)) {
                codes.add(SyntaxErrors.ofTransaction(finding));
            } else {
                codes.add("I5");
                boolean ofSegment = SyntaxErrors.isOfSegment(finding);
                Object place =
                        List.of(
                                finding.segment(),
                                finding.tag(),
                                ofSegment ? SyntaxErrors.ofSegment(finding) : "8");
                segments.computeIfAbsent(place, each -> new LinkedHashMap<>())
                        .put(finding, ofSegment);
            }
        }
        segments.values().forEach(findings -> segment(transaction, findings.keySet(), claims));
        end(transaction.verdict(), codes);
    }

    /** What is wrong with a segment: one code of its own, or those of elements. */
    private void segment(
            Submission.Transaction transaction,
            Set<Finding> findings,
            Map<Finding, String> claims) {
        Finding first = findings.iterator().next();
        boolean ofSegment = SyntaxErrors.isOfSegment(first);
        out.segment(
                "IK3",
                tag(first),
                Long.toString(Math.max(1, first.segment() - transaction.position() + 1)),
                Echo.text(first.loop(), LOOP),
                ofSegment ? SyntaxErrors.ofSegment(first) : "8");
        String claim = claims.get(first);
        if (claim != null && !claim.isEmpty()) {
            out.segment("CTX", "CLM01:" + claim);
        }
        if (!ofSegment) {
            findings.stream().limit(MOST_ELEMENTS).forEach(this::element);
        }
    }

    private void element(Finding finding) {
        String place = Integer.toString(Math.min(finding.element(), MOST_ELEMENTS));
        out.segment(
                "IK4",
                finding.component() == 0
                        ? place
                        : place + ":" + Math.min(finding.component(), MOST_ELEMENTS),
                "",
                SyntaxErrors.ofElement(finding));
    }

    /** The tag of a segment; a loop that is missing is named by the one with which it begins. */
    private static String tag(Finding finding) {
        String tag = Echo.text(finding.tag(), 3);
        if (tag.length() >= 2) {
            return tag;
        }
        return switch (Echo.text(finding.loop(), LOOP)) {
            case "2000" -> "HL";
            case "2300" -> "CLM";
            case "2400" -> "LX";
            default -> "NM1";
        };
    }

    /** The numbers of the claims that findings are about. */
    private static Map<Finding, String> claims(Submission.Transaction transaction) {
        Map<Finding, String> numbers = new HashMap<>();
        Submission.Batch batch = transaction.claims();
        if (batch != null) {
            for (Submission.Billing billing : batch.providers()) {
                for (Submission.Claim claim : billing.claims()) {
                    String number = Echo.text(claim.number(), 35);
                    claim.findings().forEach(each -> numbers.put(each, number));
                }
            }
        }
        return numbers;
    }

    private void end(Verdict verdict, Set<String> codes) {
        String[] elements = new String[1 + MOST_CODES];
        java.util.Arrays.fill(elements, "");
        elements[0] =
                switch (verdict) {
                    case ACCEPTED -> "A";
                    case ERRORS_NOTED -> "E";
                    case REJECTED -> "R";
                };
        int next = 1;
        for (String code : codes) {
            if (next < elements.length) {
                elements[next++] = code;
            }
        }
        out.segment("IK5", elements);
    }

    private void end(Submission.Group group) {
        long accepted =
                group.transactions().stream()
                        .filter(each -> each.verdict() != Verdict.REJECTED)
                        .count();
        boolean clean =
                group.transactions().stream().allMatch(each -> each.verdict() == Verdict.ACCEPTED);
        Set<String> codes = new LinkedHashSet<>();
        if (group.included().isEmpty()) {
            codes.add("3");
        }
        for (Finding finding : group.findings()) {
            switch (finding.code()) {
                case "control-reference-mismatch" -> codes.add("4");
                case "control-count-does-not-match-actual-count" -> codes.add("5");
                default -> {}
            }
        }
        String[] elements = new String[4 + MOST_CODES];
        java.util.Arrays.fill(elements, "");
        if (accepted < group.received()) {
            elements[0] = accepted == 0 ? "R" : "P";
        } else {
            elements[0] = clean && codes.isEmpty() ? "A" : "E";
        }
        elements[1] = Long.toString(Echo.count(group.included(), group.received()));
        elements[2] = Long.toString(group.received());
        elements[3] = Long.toString(accepted);
        int next = 4;
        for (String code : codes) {
            elements[next++] = code;
        }
        out.segment("AK9", elements);
    }
}
