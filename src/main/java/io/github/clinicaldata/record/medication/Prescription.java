package io.github.clinicaldata.record.medication;

import io.github.clinicaldata.record.code.Drug;
import io.github.clinicaldata.record.health.MemberCondition;
import io.github.clinicaldata.record.health.Visit;
import org.jspecify.annotations.Nullable;

/**
 * A drug that was prescribed to a member of a block.
 *
 * @param member the member's position in the block
 * @param drug what
 * @param condition for which, or null where it comes from a check-up
 * @param visit at which, or null where it was renewed without one
 * @param day on which it was written, in days since 1970-01-01; after a stay, that of the discharge
 * @param quantityTenths of one fill, in tenths of the drug's unit
 * @param daysSupply how many days one fill lasts
 * @param refills how often it may be filled again
 * @param longTerm whether it is renewed as long as the condition lasts
 * @param course the same for all prescriptions that renew one another
 * @param key the key of its random streams
 */
public record Prescription(
        int member,
        Drug drug,
        @Nullable MemberCondition condition,
        @Nullable Visit visit,
        int day,
        int quantityTenths,
        int daysSupply,
        int refills,
        boolean longTerm,
        long course,
        long key) {

    /** The last day on which it may be filled. */
    public int lastFillDay() {
        int valid = day + Schedules.validDays(drug) - 1;
        return longTerm && condition != null ? Math.min(valid, condition.end()) : valid;
    }

    /** Whether a pharmacy fills it; otherwise it is given where it was ordered. */
    public boolean dispensed() {
        return !ClinicDrugs.standard().has(drug);
    }

    /** What it was prescribed for: the key of the condition or of the check-up's visit. */
    long reason() {
        return condition != null ? condition.key() : visit != null ? visit.key() : key;
    }
}
