package io.github.clinicaldata.record.medication;

import io.github.clinicaldata.record.health.BlockHealth;
import io.github.clinicaldata.record.health.MemberCondition;
import io.github.clinicaldata.record.pathway.Course;
import io.github.clinicaldata.record.world.PlanYears;
import java.util.ArrayList;
import java.util.List;

/** The pregnancies of a block of which some days lie in a plan year. */
final class Pregnancies {
    private final List<MemberCondition> pregnancies = new ArrayList<>();

    Pregnancies(BlockHealth health, int year) {
        if (year > PlanYears.BEFORE) {
            add(health.year(year - 1));
        }
        add(health.year(year));
    }

    private void add(List<MemberCondition> conditions) {
        for (MemberCondition condition : conditions) {
            if (condition.pathway().course() == Course.PREGNANCY) {
                pregnancies.add(condition);
            }
        }
    }

    /** The last day of the pregnancy of a member on a day, or that day where there is none. */
    int end(int member, int day) {
        int end = day;
        for (int i = 0; i < pregnancies.size(); i++) {
            MemberCondition each = pregnancies.get(i);
            if (each.member() == member && each.onset() <= end && end < each.end()) {
                end = each.end();
            }
        }
        return end;
    }

    /** Whether a member is pregnant on a day; the day of the birth is no more one of them. */
    boolean isPregnant(int member, int day) {
        return end(member, day) > day;
    }
}
