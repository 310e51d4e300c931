package io.github.clinicaldata.record.medication;

import io.github.clinicaldata.record.health.BlockHealth;
import io.github.clinicaldata.record.health.MemberCondition;
import io.github.clinicaldata.record.health.Visit;
import io.github.clinicaldata.record.world.MemberBlock;
import io.github.clinicaldata.record.world.PlanYears;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The visits of a block in a year by member; none before the plan years. */
final class YearlyVisits {
    private final List<List<Visit>> byMember = new ArrayList<>(MemberBlock.SIZE);
    private final List<Visit> all;

    YearlyVisits(BlockHealth health, int year) {
        for (int member = 0; member < MemberBlock.SIZE; member++) {
            byMember.add(new ArrayList<>());
        }
        all = year == PlanYears.BEFORE ? List.of() : health.visits(year);
        for (Visit visit : all) {
            byMember.get(visit.member()).add(visit);
        }
    }

    /** All, in the order of their days. */
    List<Visit> all() {
        return all;
    }

    /** Those of a member, in the order of their days. */
    List<Visit> of(int member) {
        return byMember.get(member);
    }

    /** The first visit for a condition at which something can be prescribed, or null. */
    @Nullable Visit first(MemberCondition condition) {
        for (Visit visit : byMember.get(condition.member())) {
            if (visit.condition() == condition && Prescribers.prescribeAt(visit)) {
                return visit;
            }
        }
        return null;
    }
}
