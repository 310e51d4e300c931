package io.github.clinicaldata.record.medication;

import io.github.clinicaldata.record.health.BlockHealth;
import io.github.clinicaldata.record.health.MemberCondition;
import io.github.clinicaldata.record.pathway.Course;
import io.github.clinicaldata.record.world.PlanYears;
import java.util.ArrayList;
import java.util.List;

/** The pregnancies of a block of which some days lie in some plan years. */
final class Pregnancies {
    private final List<MemberCondition> pregnancies = new ArrayList<>();

    Pregnancies(BlockHealth health, int year) {
        this(health, Math.max(PlanYears.BEFORE, year - 1), year);
    }

    /** Those that begin in some years. */
    Pregnancies(BlockHealth health, int from, int to) {
        for (int year = from; year <= to; year++) {
            add(health.year(year));
        }
    }

    private void add(List<MemberCondition> conditions) {
        for (MemberCondition condition : conditions) {
            if (condition.pathway().course() == Course.PREGNANCY) {
                pregnancies.add(condition);
            }
        }
    }

    /** The first day of the next pregnancy of a member after a day, or the largest number. */
    int next(int member, int after) {
        int next = Integer.MAX_VALUE;
        for (int i = 0; i < pregnancies.size(); i++) {
            MemberCondition each = pregnancies.get(i);
            if (each.member() == member && each.onset() > after && each.onset() < next) {
                next = each.onset();
            }
        }
        return next;
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
