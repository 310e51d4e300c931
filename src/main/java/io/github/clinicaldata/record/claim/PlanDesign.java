package io.github.clinicaldata.record.claim;

/**
 * What a member pays, a row of {@code weights/plan-designs.csv}. Amounts in cents; {@link #NONE}
 * where there is no copay, so that deductible and coinsurance apply, or no maximum.
 *
 * @param deductible a plan year
 * @param coinsurance the member's share after the deductible, in ten-thousandths
 * @param outOfPocketMax a plan year
 * @param primaryCare copay
 * @param specialist copay
 * @param urgentCare copay
 * @param emergency copay
 * @param inpatient copay of a stay
 * @param generic copay of a drug
 * @param brand copay of a drug
 * @param specialtyCoinsurance the member's share of costly drugs, in ten-thousandths
 * @param deductibleBeforeVisits whether the deductible comes before copays of visits
 * @param deductibleBeforeDrugs whether the deductible comes before copays of drugs
 */
public record PlanDesign(
        long deductible,
        int coinsurance,
        long outOfPocketMax,
        long primaryCare,
        long specialist,
        long urgentCare,
        long emergency,
        long inpatient,
        long generic,
        long brand,
        int specialtyCoinsurance,
        boolean deductibleBeforeVisits,
        boolean deductibleBeforeDrugs) {
    /** No copay or no maximum. */
    public static final long NONE = -1;
}
