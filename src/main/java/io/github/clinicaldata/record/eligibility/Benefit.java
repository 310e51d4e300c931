package io.github.clinicaldata.record.eligibility;

import io.github.clinicaldata.record.Field;
import io.github.clinicaldata.record.RecordSchema;
import io.github.clinicaldata.record.claim.PlanDesign;

/**
 * What a member pays for a kind of service.
 *
 * @param type the kind of service
 * @param covered whether the plan covers it at all
 * @param copay in cents, or {@link PlanDesign#NONE} where there is a coinsurance, or no cover
 * @param coinsurance the member's share in ten-thousandths, or {@link PlanDesign#NONE}
 * @param deductibleFirst whether the deductible comes before it
 */
public record Benefit(
        ServiceType type, boolean covered, long copay, long coinsurance, boolean deductibleFirst) {
    private static final int CENTS = 2;
    private static final int TEN_THOUSANDTHS = 4;

    /** The fields of a benefit. */
    public static final RecordSchema<Benefit> SCHEMA =
            RecordSchema.<Benefit>named("benefit")
                    .text("service_type", each -> each.type.code(), "Bare service type code")
                    .text("name", each -> each.type.key(), "What it stands for, in our words")
                    .bool("covered", Benefit::covered, "Whether the plan covers it")
                    .optionalDecimal(
                            "copay",
                            each -> orAbsent(each.copay),
                            each -> CENTS,
                            "What the member pays each time")
                    .optionalDecimal(
                            "coinsurance",
                            each -> orAbsent(each.coinsurance),
                            each -> TEN_THOUSANDTHS,
                            "The member's share, 0 to 1")
                    .bool(
                            "deductible_applies",
                            Benefit::deductibleFirst,
                            "Whether the deductible comes first")
                    .build();

    private static long orAbsent(long value) {
        return value == PlanDesign.NONE ? Field.DecimalField.ABSENT : value;
    }

    /** A benefit with a copay or, where there is none, with the plan's coinsurance. */
    static Benefit withCopay(
            ServiceType type, long copay, boolean deductibleFirst, PlanDesign plan) {
        return copay == PlanDesign.NONE
                ? withCoinsurance(type, plan)
                : new Benefit(type, true, copay, PlanDesign.NONE, deductibleFirst);
    }

    /** A benefit with the plan's coinsurance after the deductible. */
    static Benefit withCoinsurance(ServiceType type, PlanDesign plan) {
        return new Benefit(type, true, PlanDesign.NONE, plan.coinsurance(), true);
    }

    /** A benefit for which the member pays nothing. */
    static Benefit free(ServiceType type) {
        return new Benefit(type, true, 0, PlanDesign.NONE, false);
    }

    /** What the plan does not cover. */
    static Benefit none(ServiceType type) {
        return new Benefit(type, false, PlanDesign.NONE, PlanDesign.NONE, false);
    }
}
