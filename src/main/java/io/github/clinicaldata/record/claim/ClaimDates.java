package io.github.clinicaldata.record.claim;

import io.github.clinicaldata.record.health.Uniforms;

/**
 * Decides when a claim is received, decided and paid, and whether it is denied. A claim is received
 * in the plan year of its service, so that its slot is of that year.
 */
final class ClaimDates {
    private static final double PENDED = 0.04;
    private static final int PEND_LOW = 7;
    private static final int PEND_SPREAD = 24;

    private final ClaimTables tables = ClaimTables.standard();
    private final DenialReasons denials = DenialReasons.standard();
    private final ClaimKnobs knobs;

    ClaimDates(ClaimKnobs knobs) {
        this.knobs = knobs;
    }

    /**
     * Decides.
     *
     * @param earliest the first day on which it can be received
     * @param last the last day on which it can be received
     */
    void decide(ClaimDraft claim, int earliest, int last) {
        ClaimTables.Lag lag = tables.lag(claim.type, Uniforms.of(claim.key, 21));
        int received = earliest + between(lag.receiveLow(), lag.receiveHigh(), claim.key, 22);
        claim.received = Math.min(received, last);
        setDenial(claim);
        settle(claim, lag, last);
    }

    /**
     * Decides when a claim to a second payer is received, decided and paid; it is not denied.
     *
     * @param decided when the first payer decided
     * @param last the last day on which it can be received
     */
    void decideAfter(ClaimDraft claim, int decided, int last) {
        ClaimTables.Lag lag = tables.lag(claim.type, Uniforms.of(claim.key, 21));
        int sent = decided + between(lag.receiveLow(), lag.receiveHigh(), claim.key, 22);
        claim.received = Math.min(Math.max(sent, decided + 1), last);
        settle(claim, lag, last);
        if (claim.decided <= decided) {
            claim.decided = decided + 1;
            claim.paidOn = PaymentDays.of(claim, claim.decided + lag.payLow(), last);
        }
    }

    private void settle(ClaimDraft claim, ClaimTables.Lag lag, int last) {
        double pend = claim.denial == null ? PENDED : claim.denial.pendShare();
        int wait = between(lag.decideLow(), lag.decideHigh(), claim.key, 23);
        claim.decided = claim.received + wait;
        if (claim.type != ClaimType.PHARMACY && Uniforms.of(claim.key, 24) < pend) {
            claim.pended = claim.received + Math.min(1, wait);
            claim.decided += PEND_LOW + (int) (Uniforms.of(claim.key, 25) * PEND_SPREAD);
        }
        claim.paidOn = claim.decided + between(lag.payLow(), lag.payHigh(), claim.key, 26);
        if (claim.whollyDenied) {
            claim.paidOn = claim.decided + between(2, 5, claim.key, 26);
        }
        claim.paidOn = PaymentDays.of(claim, claim.paidOn, last);
    }

    /** Decides when a claim that takes another one back is received and settled. */
    void takeBack(ClaimDraft claim, int earliest, int last) {
        claim.received = Math.min(earliest + between(0, 20, claim.key, 22), last);
        claim.decided = claim.received + between(1, 7, claim.key, 23);
        claim.paidOn = PaymentDays.of(claim, claim.decided + between(2, 7, claim.key, 26), last);
    }

    private static int between(int low, int high, long key, int number) {
        return low + (int) (Uniforms.of(key, number) * (high - low + 1));
    }

    private void setDenial(ClaimDraft claim) {
        double uniform = Uniforms.of(claim.key, 27);
        if (claim.frequency == ClaimFrequency.ORIGINAL
                && Uniforms.of(claim.key, 28) < knobs.invalidShare()) {
            ClaimFault[] faults = ClaimFault.values();
            claim.fault = faults[(int) (Uniforms.of(claim.key, 29) * faults.length)];
            claim.denial = denials.get(claim.fault.denial());
            claim.whollyDenied = true;
            return;
        }
        if (claim.duplicate) {
            claim.denial = denials.get("duplicate");
            claim.whollyDenied = true;
            return;
        }
        double share = knobs.denialShare() >= 0 ? knobs.denialShare() : denials.share(claim);
        if (claim.frequency == ClaimFrequency.REPLACEMENT && knobs.denialShare() < 0) {
            share = 1 - denials.overturned(claim.coverage);
        }
        if (uniform < share) {
            claim.denial = denials.pick(claim, Uniforms.of(claim.key, 30));
            claim.whollyDenied = claim.lines.size() == 1 || !isOfOneLine(claim.denial);
        }
    }

    /** Reasons that cost one of several lines. */
    private static boolean isOfOneLine(DenialReason reason) {
        return switch (reason.key().toString()) {
            case "bundled", "not-paid-separately", "pair-not-allowed", "too-frequent" -> true;
            default -> false;
        };
    }
}
