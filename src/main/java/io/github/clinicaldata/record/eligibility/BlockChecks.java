package io.github.clinicaldata.record.eligibility;

import io.github.clinicaldata.record.health.BlockHealth;
import io.github.clinicaldata.record.health.Uniforms;
import io.github.clinicaldata.record.health.Visit;
import io.github.clinicaldata.record.random.FixedSample;
import io.github.clinicaldata.record.random.Mixer;
import io.github.clinicaldata.record.world.EventSpace;
import io.github.clinicaldata.record.world.Holidays;
import io.github.clinicaldata.record.world.MemberBlock;
import io.github.clinicaldata.record.world.PlanYears;
import io.github.clinicaldata.record.world.Sorting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The checks of a block of members, a fixed number a plan year: about visits, on the occasions of
 * {@link Occasion}, by whoever sees the member, and some without one.
 */
final class BlockChecks {
    /** Checks of a block in each plan year. */
    static final EventSpace SPACE = new EventSpace(0, 449, 507, 575, 620, 601, 606);

    private static final double ALONE = 0.35;
    private static final double UNCOVERED = 0.3;
    private static final int OPENS = 450;
    private static final int OPEN_MINUTES = 630;
    private static final int LATEST_MINUTE = 1_430;

    /** Days on which offices are closed one after the other, at most. */
    private static final int LONG_WEEKEND = 4;

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
            for (Occasion occasion : Occasion.of(visit.rule().setting())) {
                CheckDraft check = aboutVisit(visit, occasion);
                if (check.day() >= first
                        && check.day() <= last
                        && health.age(check.member(), check.day()) >= 0) {
                    all.add(check);
                    double share = occasion.share();
                    sample.offer(Uniforms.of(check.key(), 1), probability(check, share));
                }
            }
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

    private static CheckDraft aboutVisit(Visit visit, Occasion occasion) {
        long key = Mixer.combine(visit.key(), 700L + occasion.number());
        if (occasion.isOnArrival()) {
            return new CheckDraft(
                    visit.member(), visit, visit.day(), arrival(visit, key), visit.day(), key);
        }
        int days = occasion.lastDay() - occasion.firstDay() + 1;
        int after = occasion.firstDay() + (int) (Uniforms.of(key, 2) * days);
        int day = workday(after < 0 ? visit.day() + after : visit.lastDay() + after, after < 0);
        int asked = occasion.asksAboutVisit() ? visit.day() : day;
        return new CheckDraft(visit.member(), visit, day, openMinute(key), asked, key);
    }

    /** Shortly before the appointment; of those who come at any hour, once they are there. */
    private static int arrival(Visit visit, long key) {
        double uniform = Uniforms.of(key, 3);
        return visit.rule().setting().aroundTheClock()
                ? Math.min(LATEST_MINUTE, visit.minute() + (int) (uniform * 20))
                : Math.max(0, visit.minute() - 5 - (int) (uniform * 40));
    }

    /** The day itself, or the next one before or after it on which offices work. */
    private static int workday(int day, boolean before) {
        int open = day;
        while (!Holidays.isWorkday(open)) {
            open += before ? -1 : 1;
        }
        return open;
    }

    private CheckDraft alone(int member, int year, int first, int last) {
        long key = Mixer.combine(health.memberKey(member), 710L + year);
        int drawn = first + (int) (Uniforms.of(key, 2) * (last - first + 1));
        int day = workday(drawn, drawn > first + LONG_WEEKEND);
        return new CheckDraft(member, null, day, openMinute(key), day, key);
    }

    private static int openMinute(long key) {
        return OPENS + (int) (Uniforms.of(key, 3) * OPEN_MINUTES);
    }
}
