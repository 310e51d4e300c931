package io.github.clinicaldata.record.health;

import io.github.clinicaldata.record.pathway.Pathway;
import io.github.clinicaldata.record.pathway.Start;
import io.github.clinicaldata.record.random.Mixer;
import io.github.clinicaldata.record.world.PlanYears;
import org.jspecify.annotations.Nullable;

/** Finds the births, check-ups and screenings of members that lead to visits in a year. */
final class CheckUps {
    private static final long CHECK_UP = 0x636865636BL;
    private static final int YEAR = 365;

    private final HealthTables tables = HealthTables.standard();
    private final BlockHealth health;
    private final MemberDays days;
    private int first;
    private int last;

    /** Takes what has been found. */
    @FunctionalInterface
    interface Consumer {
        void accept(
                int member,
                Pathway pathway,
                @Nullable MemberCondition condition,
                int start,
                long key);
    }

    CheckUps(BlockHealth health) {
        this.health = health;
        days = health.days();
    }

    /** Finds those of a member that begin in a year, or reach into it from the year before. */
    void each(int member, int year, Consumer consumer) {
        PlanYears years = health.years();
        int begin = years.firstDay(year) + 1;
        for (int of = year - 1; of <= year; of++) {
            last = years.lastDay(of);
            first = of == PlanYears.BEFORE ? last - YEAR : years.firstDay(of) + 1;
            addBirths(member, begin, consumer);
            addCheckUps(member, of, begin, consumer);
        }
    }

    private void addBirths(int member, int begin, Consumer consumer) {
        int birth = days.birth(member);
        for (Pathway pathway : tables.births) {
            if (birth >= first && birth <= last && birth + tables.reach(pathway) >= begin) {
                long key = Mixer.combine(health.memberKey(member) ^ tables.key(pathway), 0);
                consumer.accept(member, pathway, null, birth, key);
            }
        }
    }

    private void addCheckUps(int member, int of, int begin, Consumer consumer) {
        long yearKey = Mixer.combine(health.memberKey(member) ^ CHECK_UP, of);
        int age = days.wholeAge(member, (first + last) / 2);
        int birthday = birthday(member);
        int ageThen = days.wholeAge(member, birthday + 1);
        for (Pathway pathway : tables.checkUps) {
            if (last + tables.reach(pathway) < begin) {
                continue;
            }
            long key = Mixer.mix(yearKey ^ tables.key(pathway));
            boolean onBirthday = pathway.start() == Start.BIRTHDAY;
            int start =
                    onBirthday ? birthday : first + (int) (Uniforms.of(key, 2) * (last - first));
            int at = onBirthday ? ageThen : age;
            if (start >= first
                    && start <= last
                    && start + tables.reach(pathway) >= begin
                    && pathway.limits().fit(days.sex(member), at)
                    && Uniforms.of(key, 1) < pathway.curve().at(days.sex(member), at)) {
                consumer.accept(member, pathway, null, start, key);
            }
        }
    }

    /** The day after the birthday in the year, or after the birth. */
    private int birthday(int member) {
        int birth = days.birth(member);
        if (birth >= first) {
            return birth + 1;
        }
        int age = (int) Math.ceil(days.age(member, first));
        return days.dayOfAge(member, age) + 1;
    }
}
