package io.github.clinicaldata.format.x12.validate;

import java.util.Set;

/** Rules of 835: what balances, and how a payment is made. */
final class RemittanceRules implements Rules {
    /** Status of claims that are sent on to another payer. */
    private static final Set<String> FORWARDED = Set.of("19", "20", "21", "23");

    private final Findings findings;
    private long payment;
    private long paymentPosition;
    private long claimsPaid;
    private long providerAdjustments;

    private boolean inClaim;
    private long claimPosition;
    private String claimLoop = "";
    private String status = "";
    private boolean hasCrossover;
    private boolean saysMember;
    private long charge;
    private long paid;
    private long member;
    private long claimAdjusted;
    private long lineAdjusted;
    private long memberAdjusted;
    private long lineCharges;
    private long linePaid;
    private int lines;

    private boolean inLine;
    private long linePosition;
    private String lineLoop = "";
    private long lineCharge;
    private long lineBalance;

    RemittanceRules(Findings findings) {
        this.findings = findings;
    }

    @Override
    public void segment(Segment segment) {
        switch (segment.tag()) {
            case "BPR" -> payment(segment);
            case "CLP" -> claim(segment);
            case "CAS" -> adjustments(segment);
            case "SVC" -> line(segment);
            case "DTM" -> {
                if (segment.text(2).length() == 8 && Dates.day(segment.text(2)) == Dates.NONE) {
                    findings.add(segment, 2, "date-wrong", "The value is no date CCYYMMDD");
                }
            }
            case "NM1" -> hasCrossover |= segment.text(1).equals("TT");
            case "PLB" -> {
                endClaim();
                for (int i = 4; i <= segment.size(); i += 2) {
                    providerAdjustments += segment.cents(i);
                }
            }
            default -> {}
        }
    }

    private void payment(Segment segment) {
        payment = segment.cents(2);
        paymentPosition = segment.position();
        String method = segment.text(4);
        if (payment < 0) {
            findings.add(segment, 2, "payment-negative", "A payment is not below zero");
        }
        if (method.equals("NON") != (payment == 0)) {
            findings.add(
                    segment,
                    4,
                    "payment-method-wrong",
                    "NON stands for a payment of zero, and for no other");
        }
        if (segment.text(1).equals("H") != method.equals("NON")) {
            findings.add(
                    segment,
                    1,
                    "payment-handling-wrong",
                    "H stands for a payment of zero, and for no other");
        }
        if (method.equals("ACH") && (segment.text(7).isEmpty() || segment.text(13).isEmpty())) {
            findings.add(segment, 7, "bank-missing", "A transfer names the banks of both sides");
        }
    }

    private void claim(Segment segment) {
        endClaim();
        inClaim = true;
        claimPosition = segment.position();
        claimLoop = segment.loop();
        status = segment.text(2);
        hasCrossover = false;
        charge = segment.cents(3);
        paid = segment.cents(4);
        saysMember = !segment.text(5).isEmpty();
        member = segment.cents(5);
        claimAdjusted = 0;
        lineAdjusted = 0;
        memberAdjusted = 0;
        lineCharges = 0;
        linePaid = 0;
        lines = 0;
        claimsPaid += paid;
        if (status.equals("22") && saysMember) {
            findings.add(
                    segment, 5, "reversal-with-member", "A reversal does not say what members owe");
        }
    }

    private void adjustments(Segment segment) {
        long sum = 0;
        for (int i = 3; i <= segment.size(); i += 3) {
            long amount = segment.cents(i);
            sum += amount;
            if (amount == 0 && !segment.text(i - 1).isEmpty()) {
                findings.add(segment, i, "adjustment-zero", "An adjustment of zero is left out");
            }
        }
        if (segment.text(1).equals("PR")) {
            memberAdjusted += sum;
        }
        if (inLine) {
            lineAdjusted += sum;
            lineBalance -= sum;
        } else {
            claimAdjusted += sum;
        }
    }

    private void line(Segment segment) {
        endLine();
        inLine = true;
        lines++;
        linePosition = segment.position();
        lineLoop = segment.loop();
        lineCharge = segment.cents(2);
        lineBalance = lineCharge - segment.cents(3);
        lineCharges += lineCharge;
        linePaid += segment.cents(3);
    }

    private void endLine() {
        if (inLine && lineBalance != 0) {
            findings.add(
                    linePosition,
                    "SVC",
                    2,
                    0,
                    lineLoop,
                    "line-unbalanced",
                    "The line's charge is not what is paid and adjusted: "
                            + Amounts.show(lineBalance)
                            + " is left");
        }
        inLine = false;
    }

    private void endClaim() {
        endLine();
        if (!inClaim) {
            return;
        }
        inClaim = false;
        long rest = charge - paid - claimAdjusted - lineAdjusted;
        if (rest != 0) {
            ofClaim(
                    3,
                    "claim-unbalanced",
                    "The claim's charge is not what is paid and adjusted: "
                            + Amounts.show(rest)
                            + " is left");
        }
        if (lines > 0 && paid != linePaid) {
            ofClaim(4, "lines-paid-unbalanced", "The lines' payments do not add up to the claim's");
        }
        if (lines > 0 && charge - claimAdjusted != lineCharges) {
            ofClaim(
                    3,
                    "lines-charge-unbalanced",
                    "The lines' charges do not add up to the claim's");
        }
        if (saysMember && !status.equals("22") && member != memberAdjusted) {
            ofClaim(
                    5,
                    "member-unbalanced",
                    "What the member owes is not the sum of the adjustments of the group PR");
        }
        if (FORWARDED.contains(status) && !hasCrossover) {
            ofClaim(2, "crossover-missing", "A claim that is sent on names to whom (NM1*TT)");
        }
        if (status.equals("4") && paid != 0) {
            ofClaim(2, "denial-paid", "A claim that is denied is not paid");
        }
        if (status.equals("22") && paid > 0) {
            ofClaim(4, "reversal-positive", "A reversal does not pay");
        }
    }

    private void ofClaim(int element, String code, String message) {
        findings.add(claimPosition, "CLP", element, 0, claimLoop, code, message);
    }

    @Override
    public void end() {
        endClaim();
        if (payment != claimsPaid - providerAdjustments) {
            findings.add(
                    paymentPosition,
                    "BPR",
                    2,
                    0,
                    "",
                    "payment-unbalanced",
                    "The payment is "
                            + Amounts.show(payment)
                            + ", its claims less the adjustments of the provider are "
                            + Amounts.show(claimsPaid - providerAdjustments));
        }
    }
}
