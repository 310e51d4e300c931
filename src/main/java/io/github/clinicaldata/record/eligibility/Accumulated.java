package io.github.clinicaldata.record.eligibility;

import io.github.clinicaldata.record.Field;
import io.github.clinicaldata.record.RecordSchema;
import io.github.clinicaldata.record.claim.PlanDesign;

/**
 * What a member has to pay in a plan year and has paid so far, by the claims that were decided up
 * to the day of the question. In cents.
 *
 * @param deductible of a plan year
 * @param deductibleMet of it
 * @param outOfPocketMax of a plan year, or {@link PlanDesign#NONE}
 * @param outOfPocketMet of it
 */
public record Accumulated(
        long deductible, long deductibleMet, long outOfPocketMax, long outOfPocketMet) {
    private static final int CENTS = 2;

    /** The fields. */
    public static final RecordSchema<Accumulated> SCHEMA =
            RecordSchema.<Accumulated>named("accumulators")
                    .money("deductible", Accumulated::deductible, "Of a plan year")
                    .money(
                            "deductible_remaining",
                            Accumulated::deductibleRemaining,
                            "What is left of it")
                    .optionalDecimal(
                            "out_of_pocket_max",
                            all -> all.hasMax() ? all.outOfPocketMax : Field.DecimalField.ABSENT,
                            all -> CENTS,
                            "What a member pays at most in a plan year")
                    .optionalDecimal(
                            "out_of_pocket_remaining",
                            all ->
                                    all.hasMax()
                                            ? all.outOfPocketRemaining()
                                            : Field.DecimalField.ABSENT,
                            all -> CENTS,
                            "What is left of it")
                    .build();

    private boolean hasMax() {
        return outOfPocketMax != PlanDesign.NONE;
    }

    /** What is left of the deductible. */
    public long deductibleRemaining() {
        return Math.max(0, deductible - deductibleMet);
    }

    /** What is left until the member has paid the maximum; only where there is one. */
    public long outOfPocketRemaining() {
        return Math.max(0, outOfPocketMax - outOfPocketMet);
    }
}
