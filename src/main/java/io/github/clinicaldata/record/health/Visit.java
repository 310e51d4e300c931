package io.github.clinicaldata.record.health;

import io.github.clinicaldata.record.code.Diagnosis;
import io.github.clinicaldata.record.code.DischargeStatus;
import io.github.clinicaldata.record.code.DrgGroup;
import io.github.clinicaldata.record.pathway.Pathway;
import io.github.clinicaldata.record.pathway.Start;
import io.github.clinicaldata.record.pathway.Stay;
import io.github.clinicaldata.record.pathway.VisitRule;
import org.jspecify.annotations.Nullable;

/**
 * A visit of a member.
 *
 * @param member the member's position in the block
 * @param pathway what led to it
 * @param condition the member's condition, or null at a check-up
 * @param rule what happens
 * @param diagnosis the principal diagnosis
 * @param day in days since 1970-01-01; of a stay, the day of admission
 * @param minute of the day, local time
 * @param nights of a stay, or 0
 * @param discharge where the member goes after a stay, or null
 * @param nursing nights in a skilled nursing facility after a hospital stay, or 0
 * @param key the key of its random streams
 */
public record Visit(
        int member,
        Pathway pathway,
        @Nullable MemberCondition condition,
        VisitRule rule,
        Diagnosis diagnosis,
        int day,
        int minute,
        int nights,
        @Nullable DischargeStatus discharge,
        int nursing,
        long key) {
    /** The last day; no later than the day after the last one of the plan year. */
    public int lastDay() {
        return day + nights;
    }

    /** The minute of the last day in which it ends, local time; can be beyond midnight. */
    public int lastMinute() {
        return VisitTimes.lastMinute(this);
    }

    /** The MS-DRG of a stay in hospital, which procedures can decide on; else null. */
    public @Nullable DrgGroup drg() {
        Stay stay = rule.stay();
        if (stay == null) {
            return null;
        }
        DrgGroup found = stay.drg();
        for (int i = 0; i < rule.procedures().size(); i++) {
            DrgGroup drg = rule.procedures().get(i).drg(diagnosis);
            if (drg != null && GivenServices.isDone(this, i)) {
                found = drg;
            }
        }
        return found;
    }

    /** Whether it is a stay for surgery, by its MS-DRG. */
    public boolean isSurgical() {
        DrgGroup drg = drg();
        return drg != null && drg.surgical();
    }

    /** When it begins, in minutes since 1970-01-01 by the local clock. */
    int begin() {
        return day * VisitTimes.MINUTES_A_DAY + minute;
    }

    /** When it ends, in minutes since 1970-01-01 by the local clock. */
    int end() {
        return lastDay() * VisitTimes.MINUTES_A_DAY + lastMinute();
    }

    /** Whether a child is born at it, on the last day of the pregnancy. */
    boolean isDelivery() {
        return condition != null && pathway.start() == Start.CONCEPTION && rule.delivery();
    }

    /** The day on which the member is free again: a nursing stay follows at once. */
    int lastDayAway() {
        return lastDay() + nursing;
    }

    /** When the member is free again, in minutes since 1970-01-01 by the local clock. */
    int free() {
        return nursing == 0 ? end() : VisitTimes.latestDischarge(lastDayAway());
    }

    /** The same stay with another discharge, to which nothing belongs. */
    Visit to(DischargeStatus other) {
        return new Visit(
                member, pathway, condition, rule, diagnosis, day, minute, nights, other, 0, key);
    }

    /**
     * The same at another time.
     *
     * @param last the last day of the year, on which what follows a stay ends at the latest; the
     *     stay itself can end on the day after
     */
    Visit at(int otherDay, int otherMinute, int last) {
        int otherNights = Math.min(nights, last + 1 - otherDay);
        return new Visit(
                member,
                pathway,
                condition,
                rule,
                diagnosis,
                otherDay,
                otherMinute,
                otherNights,
                discharge,
                NursingStays.inYear(nursing, otherDay + otherNights, last),
                key);
    }
}
