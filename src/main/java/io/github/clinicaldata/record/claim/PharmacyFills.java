package io.github.clinicaldata.record.claim;

import io.github.clinicaldata.record.code.Keyed;
import io.github.clinicaldata.record.code.ReferenceTable;
import io.github.clinicaldata.record.medication.Fill;

/** What a pharmacy claim is for, as far as it matters to who decides on it. Immutable. */
final class PharmacyFills {
    /** Plans that limit how long a supply lasts mostly do at 34 days. */
    private static final int MONTH = 34;

    /** How long after its beginning a coverage may be unknown, in days. */
    private static final int NEW = 31;

    private final double early;
    private final double costly;
    private final double first;
    private final double refill;

    /** Reads {@code weights/pharmacy-denials.csv}. */
    PharmacyFills() {
        early = factor("early");
        costly = factor("costly");
        first = factor("first");
        refill = factor("refill");
    }

    private static double factor(String fill) {
        return ReferenceTable.number(
                Keyed.of(
                                "pharmacy-denials.csv",
                                ReferenceTable.read("weights/pharmacy-denials.csv").rows(),
                                row -> row.getField("fill"))
                        .get(fill),
                "factor");
    }

    /** How much more often than others a claim is denied. */
    double factor(ClaimDraft claim) {
        if (isEarly(claim)) {
            return early;
        }
        if (claim.isCostly()) {
            return costly;
        }
        return isFirst(claim) ? first : refill;
    }

    /** Whether the last supply is not over. */
    static boolean isEarly(ClaimDraft claim) {
        Fill fill = claim.fill;
        return fill != null && fill.daysLeft() > 0;
    }

    /** Whether it is the first fill of its prescription. */
    static boolean isFirst(ClaimDraft claim) {
        Fill fill = claim.fill;
        return fill != null && fill.number() == 0;
    }

    static boolean isBrand(ClaimDraft claim) {
        Fill fill = claim.fill;
        return fill != null && fill.prescription().drug().brand();
    }

    /** Whether the supply lasts for more than a month. */
    static boolean isLong(ClaimDraft claim) {
        Fill fill = claim.fill;
        return fill != null && fill.daysSupply() > MONTH;
    }

    /** Whether the coverage has only begun. */
    static boolean isCoverageNew(ClaimDraft claim) {
        return claim.from - claim.coverage.effectiveDate().toEpochDay() < NEW;
    }
}
