package io.github.clinicaldata.format.x12.validate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Rules of 837 for members with several payers: who comes first, and that what a payer before paid
 * and adjusted makes up what is charged, of each line and of the claim.
 */
final class CoordinationRules implements Rules {
    private static final String ORDER = "PSTABCDEFGH";

    /** The payer of a loop 2320. */
    private static final class Payer {
        private final String sequence;
        private final long position;
        private String id = "";
        private boolean saysPaid;
        private long paid;
        private long adjusted;
        private boolean hasLines;
        private long linesPaid;
        private long linesAdjusted;

        Payer(String sequence, long position) {
            this.sequence = sequence;
            this.position = position;
        }
    }

    private final Findings findings;
    private final int chargeElement;
    private final long sent;
    private String destination = "P";
    private boolean inClaim;
    private long claimPosition;
    private long charge;
    private long lineCharge;
    private final Set<String> sequences = new HashSet<>();
    private final List<Payer> payers = new ArrayList<>();
    private Payer open = new Payer("", 0);

    /** Where the adjudication of a line that is open stands, or 0. */
    private long adjudication;

    private long rest;

    /**
     * Rules of a transaction.
     *
     * @param sent the day of the interchange, or {@link Dates#NONE}
     */
    CoordinationRules(Findings findings, boolean professional, long sent) {
        this.findings = findings;
        chargeElement = professional ? 2 : 3;
        this.sent = sent;
    }

    @Override
    public void segment(Segment segment) {
        switch (segment.tag()) {
            case "HL" -> endClaim();
            case "SBR" -> payer(segment);
            case "CLM" -> claim(segment);
            case "AMT" -> amount(segment);
            case "NM1" -> name(segment);
            case "SV1", "SV2" -> {
                endAdjudication();
                lineCharge = segment.cents(chargeElement);
            }
            case "LX" -> endAdjudication();
            case "SVD" -> adjudication(segment);
            case "CAS" -> adjustments(segment);
            case "DTP" -> date(segment);
            default -> {}
        }
    }

    private void claim(Segment segment) {
        endClaim();
        inClaim = true;
        claimPosition = segment.position();
        charge = segment.cents(2);
        sequences.clear();
        sequences.add(destination);
        payers.clear();
    }

    private void payer(Segment segment) {
        String sequence = segment.text(1);
        if (!inClaim) {
            destination = sequence;
            return;
        }
        open = new Payer(sequence, segment.position());
        payers.add(open);
        if (!sequence.equals("U") && !sequences.add(sequence)) {
            findings.add(
                    segment,
                    1,
                    "payer-sequence-twice",
                    "Another payer of the claim has the place " + sequence);
        }
    }

    private void amount(Segment segment) {
        if (segment.loop().endsWith("2320") && segment.text(1).equals("D")) {
            open.saysPaid = true;
            open.paid = segment.cents(2);
        }
    }

    private void name(Segment segment) {
        if (segment.loop().endsWith("2330B")) {
            open.id = segment.text(9);
        }
    }

    private void adjudication(Segment segment) {
        endAdjudication();
        open = new Payer("", 0);
        for (Payer payer : payers) {
            open = payer.id.equals(segment.text(1)) ? payer : open;
        }
        if (open.sequence.isEmpty()) {
            findings.add(
                    segment,
                    1,
                    "prior-payer-unknown",
                    "No other payer of the claim (2330B) is " + segment.text(1));
        }
        adjudication = segment.position();
        open.hasLines = true;
        open.linesPaid += segment.cents(2);
        rest = lineCharge - segment.cents(2);
    }

    private void adjustments(Segment segment) {
        long sum = 0;
        for (int i = 3; i <= segment.size(); i += 3) {
            sum += segment.cents(i);
        }
        if (segment.loop().endsWith("2320")) {
            open.adjusted += sum;
        } else if (adjudication != 0) {
            open.linesAdjusted += sum;
            rest -= sum;
        }
    }

    private void date(Segment segment) {
        if (!segment.text(1).equals("573")) {
            return;
        }
        long decided = Dates.first(segment.text(2), segment.text(3));
        if (decided != Dates.NONE && sent != Dates.NONE && decided > sent) {
            findings.add(
                    segment,
                    3,
                    "prior-decision-in-future",
                    "The payer before decides after the interchange's date");
        }
    }

    private void endAdjudication() {
        if (adjudication != 0 && rest != 0) {
            findings.add(
                    adjudication,
                    "SVD",
                    2,
                    0,
                    "2430",
                    "prior-line-unbalanced",
                    "The line's charge is not what the payer before paid and adjusted: "
                            + Amounts.show(rest)
                            + " is left");
        }
        adjudication = 0;
    }

    private void endClaim() {
        if (!inClaim) {
            return;
        }
        endAdjudication();
        inClaim = false;
        boolean found = false;
        for (Payer payer : payers) {
            if (isBefore(payer)) {
                found = true;
                look(payer);
            }
        }
        if (!found && ORDER.indexOf(destination) > 0) {
            findings.add(
                    claimPosition,
                    "SBR",
                    1,
                    0,
                    "2320",
                    "prior-payer-missing",
                    "A claim to a second payer names the one before (2320)");
        }
    }

    private boolean isBefore(Payer payer) {
        int place = ORDER.indexOf(payer.sequence);
        return place >= 0 && place < ORDER.indexOf(destination);
    }

    private void look(Payer payer) {
        if (!payer.saysPaid) {
            ofPayer(payer, 0, "prior-paid-missing", "What the payer before paid is there (AMT*D)");
            return;
        }
        if (payer.hasLines && payer.paid != payer.linesPaid - payer.adjusted) {
            ofPayer(
                    payer,
                    2,
                    "prior-paid-unbalanced",
                    "What the payer before paid is not the sum of the lines");
        }
        if (charge != payer.paid + payer.adjusted + payer.linesAdjusted) {
            ofPayer(
                    payer,
                    2,
                    "prior-claim-unbalanced",
                    "The claim's charge is not what the payer before paid and adjusted");
        }
    }

    private void ofPayer(Payer payer, int element, String code, String message) {
        findings.add(payer.position, "AMT", element, 0, "2320", code, message);
    }

    @Override
    public void end() {
        endClaim();
    }
}
