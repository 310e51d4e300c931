package io.github.clinicaldata.record.medication;

import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.code.Drug;
import io.github.clinicaldata.record.health.MemberCondition;
import io.github.clinicaldata.record.health.Visit;
import org.jspecify.annotations.Nullable;

/**
 * A drug that was prescribed to a member of a block.
 *
 * @param member the member's position in the block
 * @param remedy what
 * @param condition for which, or null where it comes from a check-up
 * @param visit at which, or null where it was renewed without one
 * @param day on which it was written, in days since 1970-01-01; after a stay, that of the discharge
 * @param quantityTenths of one fill, in tenths of the drug's unit
 * @param daysSupply how many days one fill lasts
 * @param directions for the patient
 * @param refills how often it may be filled again
 * @param longTerm whether it is renewed as long as the condition lasts
 * @param course the same for all prescriptions that renew one another
 * @param key the key of its random streams
 */
public record Prescription(
        int member,
        Remedy remedy,
        @Nullable MemberCondition condition,
        @Nullable Visit visit,
        int day,
        int quantityTenths,
        int daysSupply,
        Text directions,
        int refills,
        boolean longTerm,
        long course,
        long key) {

    /** The drug. */
    public Drug drug() {
        return remedy.drug();
    }

    /** The last day on which it may be filled. */
    public int lastFillDay() {
        int valid = day + remedy.validDays() - 1;
        return longTerm && condition != null ? Math.min(valid, condition.end()) : valid;
    }

    /** The last day on which it holds if nothing ends it sooner. */
    int lastDay() {
        return longTerm && condition != null
                ? Math.min(lastDayByLaw(), condition.end())
                : lastDayByLaw();
    }

    /** The same, whatever becomes of the condition. */
    int lastDayByLaw() {
        return longTerm || refills > 0 ? day + remedy.validDays() - 1 : day + daysSupply - 1;
    }

    /** Whether a pharmacy fills it; otherwise it is given where it was ordered. */
    public boolean dispensed() {
        return remedy.dispensed();
    }

    /** The same once more, in a course of its own. */
    Prescription again(long otherKey) {
        return new Prescription(
                member,
                remedy,
                condition,
                visit,
                day,
                quantityTenths,
                daysSupply,
                directions,
                0,
                false,
                otherKey,
                otherKey);
    }

    /** What it was prescribed for: the key of the condition or of the check-up's visit. */
    long reason() {
        return condition != null ? condition.key() : visit != null ? visit.key() : key;
    }

    /**
     * Whether a later prescription takes its place: a renewal, or a long-term drug that does the
     * same.
     */
    boolean isReplacedBy(Prescription later) {
        if (!longTerm || !later.longTerm) {
            return false;
        }
        return course == later.course
                || reason() != later.reason() && remedy.doesTheSame(later.remedy);
    }
}
