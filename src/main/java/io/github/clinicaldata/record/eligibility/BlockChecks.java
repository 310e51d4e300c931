package io.github.clinicaldata.record.eligibility;

import io.github.clinicaldata.record.health.BlockHealth;
import io.github.clinicaldata.record.health.Uniforms;
import io.github.clinicaldata.record.health.Visit;
import io.github.clinicaldata.record.pathway.Setting;
import io.github.clinicaldata.record.random.FixedSample;
import io.github.clinicaldata.record.random.Mixer;
import io.github.clinicaldata.record.world.EventSpace;
import io.github.clinicaldata.record.world.MemberBlock;
import io.github.clinicaldata.record.world.PlanYears;
import io.github.clinicaldata.record.world.Sorting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The checks of a block of members, a fixed number a plan year: before visits by whoever sees the
 * member, and some without one. Shares are estimates: no source tells how many visits are checked.
 */
final class BlockChecks {
    /** Checks of a block in each plan year. */
    static final EventSpace SPACE = new EventSpace(0, 114, 129, 145, 156, 152, 153);

    private static final double ALONE = 0.35;
    private static final double UNCOVERED = 0.3;
    private static final double[] DAYS_BEFORE = {0.3, 0.65, 0.85};
    private static final int OPENS = 450;
    private static final int OPEN_MINUTES = 630;
    private static final int LATEST_MINUTE = 1_430;
    private static final int WEEK = 7;
    private static final int SATURDAY = 5;

    /** 1970-01-01 was a Thursday, the fourth day of a week. */
    private static final int THURSDAY = 3;

    private static final Comparator<CheckDraft> ORDER =
            Comparator.comparingInt(CheckDraft::day)
                    .thenComparingInt(CheckDraft::member)
                    .thenComparingInt(CheckDraft::minute)
                    .thenComparingLong(CheckDraft::key);

    private final BlockHealth health;
    private final @Nullable List<CheckDraft>[] byYear;

    @SuppressWarnings({"unchecked", "rawtypes"})
    BlockChecks(BlockHealth health) {
        this.health = health;
        byYear = new List[PlanYears.COUNT];
    }

    /** The members and their health. */
    BlockHealth health() {
        return health;
    }

    /** The checks of a plan year in the order of their days. */
    List<CheckDraft> year(int year) {
        List<CheckDraft> checks = byYear[year];
        if (checks == null) {
            checks = draw(year, health.sample(), health.visits(year));
            byYear[year] = checks;
        }
        return checks;
    }

    private List<CheckDraft> draw(int year, FixedSample sample, List<Visit> visits) {
        int first = health.years().firstDay(year) + 1;
        int last = health.years().lastDay(year);
        List<CheckDraft> all = new ArrayList<>();
        sample.clear();
        for (Visit visit : visits) {
            CheckDraft check = beforeVisit(visit, first);
            all.add(check);
            sample.offer(Uniforms.of(check.key(), 1), probability(check, share(visit)));
        }
        for (int member = 0; member < MemberBlock.SIZE; member++) {
            CheckDraft check = alone(member, year, first, last);
            if (health.age(member, check.day()) >= 0) {
                all.add(check);
                sample.offer(Uniforms.of(check.key(), 1), probability(check, ALONE));
            }
        }
        List<CheckDraft> chosen = new ArrayList<>();
        for (int number : sample.choose(SPACE.slots(year))) {
            chosen.add(all.get(number));
        }
        Sorting.sort(
                chosen,
                check -> ((long) check.day() << 6 | check.member()) << 11 | check.minute(),
                ORDER);
        return List.copyOf(chosen);
    }

    private double probability(CheckDraft check, double share) {
        return health.isCovered(check.member(), check.serviceDay()) ? share : share * UNCOVERED;
    }

    private static double share(Visit visit) {
        return switch (visit.rule().setting()) {
            case INPATIENT, AMBULATORY_SURGERY -> 0.8;
            case EMERGENCY, OUTPATIENT_HOSPITAL, URGENT_CARE -> 0.55;
            default -> 0.36;
        };
    }

    private static CheckDraft beforeVisit(Visit visit, int first) {
        long key = Mixer.combine(visit.key(), 700);
        Setting setting = visit.rule().setting();
        double uniform = Uniforms.of(key, 2);
        if (setting.aroundTheClock()) {
            int minute = Math.min(LATEST_MINUTE, visit.minute() + (int) (uniform * 20));
            return new CheckDraft(visit.member(), visit, visit.day(), minute, visit.day(), key);
        }
        int before = 0;
        while (before < DAYS_BEFORE.length && uniform >= DAYS_BEFORE[before]) {
            before++;
        }
        int day = Math.max(first, visit.day() - before);
        if (day == visit.day() || isWeekend(day)) {
            int minute = visit.minute() - 5 - (int) (Uniforms.of(key, 3) * 40);
            return new CheckDraft(
                    visit.member(), visit, visit.day(), Math.max(0, minute), visit.day(), key);
        }
        return new CheckDraft(visit.member(), visit, day, openMinute(key), visit.day(), key);
    }

    private CheckDraft alone(int member, int year, int first, int last) {
        long key = Mixer.combine(health.memberKey(member), 710L + year);
        int day = first + (int) (Uniforms.of(key, 2) * (last - first + 1));
        if (isWeekend(day)) {
            day = day - 2 >= first ? day - 2 : day + 2;
        }
        return new CheckDraft(member, null, day, openMinute(key), day, key);
    }

    private static boolean isWeekend(int day) {
        return Math.floorMod(day + THURSDAY, WEEK) >= SATURDAY;
    }

    private static int openMinute(long key) {
        return OPENS + (int) (Uniforms.of(key, 3) * OPEN_MINUTES);
    }
}
