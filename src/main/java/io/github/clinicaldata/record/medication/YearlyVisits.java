package io.github.clinicaldata.record.medication;

import io.github.clinicaldata.record.health.BlockHealth;
import io.github.clinicaldata.record.health.MemberCondition;
import io.github.clinicaldata.record.health.Visit;
import io.github.clinicaldata.record.world.MemberBlock;
import io.github.clinicaldata.record.world.PlanYears;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The visits of a block in a year by member; none before the plan years. */
final class YearlyVisits {
    private final List<Visit> all;

    /** The visits, member by member, each member's in the order of their days. */
    private final Visit[] sorted;

    /** Where the visits of each member begin. */
    private final int[] start = new int[MemberBlock.SIZE + 1];

    YearlyVisits(BlockHealth health, int year) {
        all = year == PlanYears.BEFORE ? List.of() : health.visits(year);
        for (Visit visit : all) {
            start[visit.member() + 1]++;
        }
        for (int member = 0; member < MemberBlock.SIZE; member++) {
            start[member + 1] += start[member];
        }
        int[] next = start.clone();
        sorted = new Visit[all.size()];
        for (Visit visit : all) {
            sorted[next[visit.member()]++] = visit;
        }
    }

    /** All, in the order of their days. */
    List<Visit> all() {
        return all;
    }

    /** The first visit for a condition at which something can be prescribed, or null. */
    @Nullable Visit first(MemberCondition condition) {
        for (int i = start[condition.member()]; i < start[condition.member() + 1]; i++) {
            Visit visit = sorted[i];
            if (visit.condition() == condition && Prescribers.prescribeAt(visit)) {
                return visit;
            }
        }
        return null;
    }

    /**
     * The visit for a condition, for renewals, that is nearest to a day.
     *
     * @param near how many days it may be away
     * @param earliest the earliest day
     * @return null where there is none
     */
    @Nullable Visit nearest(MemberCondition condition, int day, int near, int earliest) {
        Visit nearest = null;
        int distance = near + 1;
        for (int i = start[condition.member()]; i < start[condition.member() + 1]; i++) {
            Visit visit = sorted[i];
            int apart = Math.abs(visit.day() - day);
            if (apart < distance
                    && visit.condition() == condition
                    && visit.day() >= earliest
                    && Prescribers.renewAt(visit)) {
                nearest = visit;
                distance = apart;
            }
        }
        return nearest;
    }
}
