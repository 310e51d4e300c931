package io.github.clinicaldata.format.x12.validate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the claims of an 837. One object a transaction. */
final class ClaimReader {
    /** A claim that is being read. */
    private static final class Open {
        private final long position;
        private final String number;
        private final long charge;
        private final Submission.Party patient;
        private final String bill;
        private String from = "";
        private String to = "";
        private long until = Long.MAX_VALUE;
        private final List<Finding> findings = new ArrayList<>();

        Open(Segment claim, long position, Submission.Party patient, boolean institutional) {
            this.position = position;
            this.patient = patient;
            number = claim.text(1);
            charge = claim.cents(2);
            bill = institutional ? claim.text(5, 1) + claim.text(5, 3) : "";
        }

        void served(String qualifier, String value) {
            if (Dates.first(qualifier, value) == Dates.NONE) {
                return;
            }
            String first = value.substring(0, 8);
            String last = qualifier.equals("RD8") ? value.substring(9) : first;
            from = from.isEmpty() || first.compareTo(from) < 0 ? first : from;
            to = last.compareTo(to) > 0 ? last : to;
        }

        Submission.Claim closed() {
            return new Submission.Claim(
                    position, number, charge, patient, bill, from, to, List.copyOf(findings));
        }
    }

    private record Provider(Submission.Party party, List<Open> claims) {}

    private final boolean institutional;
    private final int most;
    private final List<Provider> providers = new ArrayList<>();
    private final List<Open> claims = new ArrayList<>();
    private Submission.Party submitter = Submission.Party.NOBODY;
    private Submission.Party receiver = Submission.Party.NOBODY;
    private Submission.Party subscriber = Submission.Party.NOBODY;
    private Submission.Party patient = Submission.Party.NOBODY;
    private String reference = "";
    private @Nullable Open open;
    private long level;
    private boolean tooMany;

    /**
     * Claims of a transaction.
     *
     * @param most how many are kept
     */
    ClaimReader(boolean institutional, int most) {
        this.institutional = institutional;
        this.most = most;
    }

    void segment(Segment segment) {
        switch (segment.tag()) {
            case "BHT" -> reference = segment.text(3);
            case "HL" -> level(segment);
            case "NM1" -> name(segment);
            case "CLM" -> claim(segment);
            case "DTP" -> date(segment);
            case "SE" -> endClaim(segment.position());
            default -> {}
        }
    }

    private void level(Segment segment) {
        endClaim(segment.position());
        level = segment.position();
        if (segment.text(3).equals("20")) {
            providers.add(new Provider(Submission.Party.NOBODY, new ArrayList<>()));
        }
    }

    private void name(Segment segment) {
        if (open != null) {
            return;
        }
        switch (segment.text(1)) {
            case "41" -> submitter = party(segment);
            case "40" -> receiver = party(segment);
            case "85" -> {
                if (!providers.isEmpty()) {
                    List<Open> soFar = providers.remove(providers.size() - 1).claims();
                    providers.add(new Provider(party(segment), soFar));
                }
            }
            case "IL" -> {
                subscriber = party(segment);
                patient = subscriber;
            }
            case "QC" -> {
                Submission.Party named = party(segment);
                patient =
                        new Submission.Party(
                                named.type(),
                                named.last(),
                                named.first(),
                                named.middle(),
                                subscriber.qualifier(),
                                subscriber.id());
            }
            default -> {}
        }
    }

    private static Submission.Party party(Segment segment) {
        return new Submission.Party(
                segment.text(2),
                segment.text(3),
                segment.text(4),
                segment.text(5),
                segment.text(8),
                segment.text(9));
    }

    private void claim(Segment segment) {
        boolean another = open != null;
        endClaim(segment.position());
        if (claims.size() >= most) {
            tooMany = true;
            return;
        }
        long position = another || level == 0 ? segment.position() : level;
        Open claim = new Open(segment, position, patient, institutional);
        open = claim;
        claims.add(claim);
        if (providers.isEmpty()) {
            providers.add(new Provider(Submission.Party.NOBODY, new ArrayList<>()));
        }
        providers.get(providers.size() - 1).claims().add(claim);
    }

    private void date(Segment segment) {
        Open claim = open;
        String what = segment.text(1);
        if (claim != null && what.equals(institutional ? "434" : "472")) {
            claim.served(segment.text(2), segment.text(3));
        }
    }

    private void endClaim(long position) {
        Open claim = open;
        if (claim != null) {
            claim.until = position;
            open = null;
        }
    }

    /** Whether there were more claims than are kept. */
    boolean hasTooMany() {
        return tooMany;
    }

    int count() {
        return claims.size();
    }

    /** The claims, each with what is wrong with it. */
    Submission.Batch batch(List<Finding> findings) {
        List<Finding> others = new ArrayList<>();
        List<Finding> sorted = new ArrayList<>(findings);
        sorted.sort(Comparator.comparingLong(Finding::segment));
        int next = 0;
        for (Finding finding : sorted) {
            while (next < claims.size() && claims.get(next).until <= finding.segment()) {
                next++;
            }
            if (next < claims.size() && claims.get(next).position <= finding.segment()) {
                claims.get(next).findings.add(finding);
            } else {
                others.add(finding);
            }
        }
        return new Submission.Batch(
                reference,
                submitter,
                receiver,
                providers.stream()
                        .filter(each -> !each.claims().isEmpty())
                        .map(
                                each ->
                                        new Submission.Billing(
                                                each.party(),
                                                each.claims().stream().map(Open::closed).toList()))
                        .toList(),
                List.copyOf(others));
    }
}
