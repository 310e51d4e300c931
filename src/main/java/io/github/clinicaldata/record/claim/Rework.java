package io.github.clinicaldata.record.claim;

import io.github.clinicaldata.record.health.Uniforms;
import io.github.clinicaldata.record.random.FixedSample;
import io.github.clinicaldata.record.random.Mixer;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides which claims of a block's year come back, a fixed number of them: denied ones as a
 * replacement, paid ones to be taken back.
 */
final class Rework {
    /** Share of paid claims that are taken back; no source. */
    private static final double TAKEN_BACK = 0.006;

    private static final double LAST_RESORT = 1e-6;
    private static final int DAYS_TO_CORRECT = 5;

    private final DenialReasons denials = DenialReasons.standard();
    private final ClaimDates dates;
    private final FixedSample sample;

    Rework(ClaimDates dates, FixedSample sample) {
        this.dates = dates;
        this.sample = sample;
    }

    /**
     * Adds the claims that come back.
     *
     * @param last the last day of the year
     */
    void add(List<ClaimDraft> claims, int count, int last) {
        List<ClaimDraft> candidates = new ArrayList<>();
        sample.clear();
        for (ClaimDraft claim : claims) {
            // what went on to a second payer would have to be taken back from both
            if (claim.paidOn + DAYS_TO_CORRECT < last && !SecondClaims.mayGoOn(claim)) {
                candidates.add(claim);
                sample.offer(Uniforms.of(claim.key, 41), probability(claim));
            }
        }
        for (int number : sample.choose(count)) {
            claims.add(rework(candidates.get(number), last));
        }
    }

    private double probability(ClaimDraft claim) {
        if (claim.fault != null) {
            // comes back where all claims are faulty, so that the slots are filled
            return LAST_RESORT;
        }
        if (claim.denial == null || !claim.whollyDenied) {
            return TAKEN_BACK;
        }
        // a denial that cannot be corrected comes back almost never, yet it may fill a slot
        return claim.denial.correctable() ? denials.resubmitted(claim.coverage) : 0.001;
    }

    /** What comes back near the year's end is settled within it, each in a payment of its own. */
    private static void settleBy(ClaimDraft claim, int last) {
        claim.paidOn = Math.min(claim.paidOn, last);
        claim.decided = Math.min(claim.decided, last - 1);
        claim.pended = Math.min(claim.pended, claim.decided);
        claim.received = Math.min(claim.received, claim.decided);
    }

    private ClaimDraft rework(ClaimDraft original, int last) {
        ClaimDraft claim = original.copy(Mixer.combine(original.key, 42));
        claim.original = original;
        boolean denied = original.whollyDenied;
        claim.frequency = denied ? ClaimFrequency.REPLACEMENT : ClaimFrequency.VOID;
        for (ClaimLine line : original.lines) {
            claim.lines.add(line.again());
        }
        int earliest = (denied ? original.decided : original.paidOn) + DAYS_TO_CORRECT;
        if (denied) {
            dates.decide(claim, Math.min(earliest, last), last);
        } else {
            dates.takeBack(claim, Math.min(earliest, last), last);
            original.voidedBy = claim;
        }
        settleBy(claim, PaymentDays.lastUpTo(last));
        return claim;
    }
}
