package io.github.clinicaldata.record.measurement;

import io.github.clinicaldata.record.code.Diagnosis;
import io.github.clinicaldata.record.health.BlockHealth;
import io.github.clinicaldata.record.health.MemberCondition;
import io.github.clinicaldata.record.health.Visit;
import io.github.clinicaldata.record.member.Member;
import io.github.clinicaldata.record.pathway.Course;
import io.github.clinicaldata.record.pathway.Pathway;
import io.github.clinicaldata.record.person.Sex;
import io.github.clinicaldata.record.random.Mixer;
import io.github.clinicaldata.record.random.RandomKey;
import io.github.clinicaldata.record.world.MemberBlock;
import io.github.clinicaldata.record.world.PlanYears;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A member on a day: age, sex and conditions. Used again for each; not safe for several threads.
 */
final class Patient {
    private static final double DAYS_A_YEAR = 365.2425;
    private static final int MONTHS = 12;

    /** Days, and part of its days, for which an illness that passes is wholly there. */
    private static final double WHOLE_DAYS = 5;

    private static final double WHOLE_PART = 0.3;

    /** What a finding leads to comes within so many days. */
    private static final int FOLLOW_UP_DAYS = 60;

    /** Below this age, in years, completed months count. */
    private static final int SMALL = 3;

    /** The conditions that the member has on the day, as bits by the ordinal of the pathway. */
    final long[] active = new long[ConditionSet.WORDS];

    /** Those that stay, whenever they begin. */
    final long[] chronic = new long[ConditionSet.WORDS];

    private final int[] onsets = new int[64 * ConditionSet.WORDS];
    private final int[] ends = new int[64 * ConditionSet.WORDS];
    private final @Nullable Diagnosis[] diagnoses = new Diagnosis[64 * ConditionSet.WORDS];
    private final double[] presence = new double[64 * ConditionSet.WORDS];
    private final List<List<MemberCondition>> episodes = new ArrayList<>();
    private final RandomKey key;

    private @Nullable BlockHealth health;
    private int year;
    private int member;
    private int day;
    private @Nullable Pathway reason;

    /** The key of what is the same in a member's results. */
    long memberKey;

    /** The key of what is the same in a member's results of a day. */
    long dayKey;

    /** Administrative sex. */
    Sex sex = Sex.FEMALE;

    /** In completed months; from three years on those of whole years. */
    int months;

    /** In years, with a fraction. */
    double age;

    /** Members whose keys are of a population's seed. */
    Patient(long seed) {
        key = RandomKey.of(seed, "measurements");
        for (int i = 0; i < MemberBlock.SIZE; i++) {
            episodes.add(new ArrayList<>());
        }
    }

    /** Turns to a block in a year. */
    void turnTo(BlockHealth next, int nextYear) {
        if (health == next && year == nextYear) {
            return;
        }
        health = next;
        year = nextYear;
        member = -1;
        episodes.forEach(List::clear);
        for (int begun = year - 1; begun <= year; begun++) {
            for (MemberCondition condition : next.year(begun)) {
                if (condition.pathway().course() != Course.CHRONIC) {
                    episodes.get(condition.member()).add(condition);
                }
            }
        }
    }

    /** Turns to the member of a visit on a day. */
    void turnTo(Visit visit, int onDay) {
        if (visit.member() == member && onDay == day && visit.pathway() == reason) {
            return;
        }
        BlockHealth block = current();
        member = visit.member();
        day = onDay;
        reason = visit.pathway();
        Member person = block.block().member(member);
        sex = person.sex();
        memberKey = key.at(block.block().number() * MemberBlock.SIZE + member);
        dayKey = Mixer.combine(memberKey, day);
        age = Math.max(0, (day - person.birthDate().toEpochDay()) / DAYS_A_YEAR);
        int years = Math.max(0, block.age(member, day));
        months =
                years < SMALL ? (int) Math.max(0, months(person.birthDate(), day)) : years * MONTHS;
        findConditions(block, visit);
    }

    private static long months(LocalDate birth, int day) {
        return ChronoUnit.MONTHS.between(birth, LocalDate.ofEpochDay(day));
    }

    private void findConditions(BlockHealth block, Visit visit) {
        Arrays.fill(active, 0);
        Arrays.fill(chronic, 0);
        for (MemberCondition condition : block.chronic(member)) {
            set(chronic, condition);
            if (condition.isActive(day)) {
                set(active, condition);
            }
        }
        for (MemberCondition condition : episodes.get(member)) {
            if (condition.isActive(day)) {
                set(active, condition);
            }
        }
        MemberCondition own = visit.condition();
        if (own == null) {
            int ordinal = visit.pathway().ordinal();
            active[ordinal >> 6] |= 1L << ordinal;
            onsets[ordinal] = day;
            ends[ordinal] = day;
            diagnoses[ordinal] = visit.diagnosis();
            presence[ordinal] = 1;
        } else if (day <= own.end()) {
            // a visit can be moved to a working day before the first day
            set(active, own);
        }
    }

    private void set(long[] words, MemberCondition condition) {
        int ordinal = condition.pathway().ordinal();
        words[ordinal >> 6] |= 1L << ordinal;
        onsets[ordinal] = condition.onset();
        ends[ordinal] = condition.end();
        diagnoses[ordinal] = condition.diagnosis();
        presence[ordinal] =
                condition.pathway().course() == Course.ACUTE
                        ? presence(condition.onset(), condition.end(), day)
                        : 1;
    }

    /** How far an illness that passes is still there: wholly at first, then less and less. */
    private static double presence(int onset, int end, int day) {
        double lasts = (double) end - onset;
        double whole = Math.max(WHOLE_DAYS, lasts * WHOLE_PART);
        return day <= onset + whole || lasts <= whole ? 1 : (end - day) / (lasts - whole);
    }

    /** Whether a visit leads to another, soon, whose diagnosis has a code that begins so. */
    boolean isFollowedBy(Visit visit, String code) {
        BlockHealth block = current();
        boolean nextYear =
                year + 1 < PlanYears.COUNT
                        && visit.day() + FOLLOW_UP_DAYS > block.years().lastDay(year);
        return has(block.visits(year), visit, code)
                || nextYear && has(block.visits(year + 1), visit, code);
    }

    /** Of visits in the order of their days. */
    private static boolean has(List<Visit> visits, Visit first, String code) {
        for (int i = after(visits, first.day());
                i < visits.size() && visits.get(i).day() <= first.day() + FOLLOW_UP_DAYS;
                i++) {
            Visit each = visits.get(i);
            if (each.member() == first.member()
                    && each.pathway() == first.pathway()
                    && each.diagnosis().code().toString().startsWith(code)) {
                return true;
            }
        }
        return false;
    }

    /** The position of the first visit after a day. */
    private static int after(List<Visit> visits, int day) {
        int low = 0;
        int high = visits.size();
        while (low < high) {
            int middle = low + high >>> 1;
            if (visits.get(middle).day() > day) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** How far a condition is there, 0 to 1. */
    double presence(int pathway) {
        return presence[pathway];
    }

    /** Whether the code of a condition's diagnosis begins in some way. */
    boolean hasCode(int pathway, String beginning) {
        Diagnosis diagnosis = diagnoses[pathway];
        return diagnosis != null && diagnosis.code().toString().startsWith(beginning);
    }

    private BlockHealth current() {
        BlockHealth block = health;
        if (block == null) {
            throw new IllegalStateException("No block was turned to");
        }
        return block;
    }

    /** Years since a condition began, with a fraction; negative before. */
    double yearsSince(int pathway) {
        return (day - onsets[pathway]) / DAYS_A_YEAR;
    }

    /** Years until a condition ends, with a fraction; very many where it has no end. */
    double yearsUntilEnd(int pathway) {
        return ((double) ends[pathway] - day) / DAYS_A_YEAR;
    }
}
