package io.github.clinicaldata.record.health;

import io.github.clinicaldata.record.code.Diagnosis;
import io.github.clinicaldata.record.code.IntRange;
import io.github.clinicaldata.record.pathway.Pathway;
import io.github.clinicaldata.record.pathway.PathwayCode;
import io.github.clinicaldata.record.person.Sex;
import io.github.clinicaldata.record.random.FixedSample;
import io.github.clinicaldata.record.world.MemberBlock;
import io.github.clinicaldata.record.world.PlanYears;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides on the chronic conditions of a block. How many have begun before the plan years is fixed
 * for a block; nobody has two conditions that exclude each other.
 */
final class ChronicDraw {
    /** Candidates whose number is further from the share than this are not looked at. */
    private static final double SLACK = 1.6;

    private static final double LATE_YEARS = 3;

    /** The first day of what never comes true. */
    private static final int NEVER = Integer.MAX_VALUE;

    private final HealthTables tables = HealthTables.standard();
    private final PlanYears years;
    private final MemberDays days;
    private final FixedSample sample;
    private final ChronicCandidates candidates;
    private int[] onsets = new int[0];
    private int[] ends = new int[0];

    ChronicDraw(PlanYears years, MemberDays days, long[] memberKeys, FixedSample sample) {
        this.years = years;
        this.days = days;
        this.sample = sample;
        candidates = new ChronicCandidates(years, days, memberKeys);
    }

    /**
     * Draws.
     *
     * @param earlier how many have begun before the plan years
     * @return the conditions of each member
     */
    List<List<MemberCondition>> draw(int earlier) {
        candidates.collect(SLACK, sample);
        if (sample.size() < earlier) {
            candidates.collect(Double.POSITIVE_INFINITY, sample);
        }
        onsets = new int[candidates.count()];
        ends = new int[candidates.count()];
        int[] chosen = sample.choose(earlier);
        while (!settle(chosen)) {
            chosen = sample.choose(earlier);
        }
        List<List<MemberCondition>> conditions = new ArrayList<>();
        for (int i = 0; i < MemberBlock.SIZE; i++) {
            conditions.add(new ArrayList<>());
        }
        for (int i = 0; i < onsets.length; i++) {
            if (onsets[i] != NEVER) {
                conditions.get(candidates.member(i)).add(condition(i));
            }
        }
        return conditions;
    }

    /** How many would have begun before the plan years if each member were drawn alone. */
    double natural() {
        candidates.collect(Double.POSITIVE_INFINITY, sample);
        return sample.expected();
    }

    /**
     * Decides when each of the candidates begins and ends.
     *
     * @param chosen those that have begun before the plan years, by their numbers in the sample
     * @return false when one of them is excluded by another and was withdrawn
     */
    private boolean settle(int[] chosen) {
        boolean settled = true;
        int next = 0;
        int first = 0;
        for (int i = 0; i < onsets.length; i++) {
            int number = candidates.number(i);
            boolean isChosen = number >= 0 && next < chosen.length && chosen[next] == number;
            next += isChosen ? 1 : 0;
            onsets[i] = NEVER;
            if (isChosen) {
                ends[i] = end(i, PlanYears.FIRST);
                onsets[i] = begun(i);
            } else {
                begin(i);
            }
            first = candidates.member(i) == candidates.member(first) ? first : i;
            if (onsets[i] != NEVER && isExcluded(i, first)) {
                onsets[i] = NEVER;
                if (isChosen) {
                    sample.withdraw(number);
                    settled = false;
                }
            }
        }
        return settled;
    }

    /**
     * Whether the member has another condition at the same time that excludes this one.
     *
     * @param first the member's first candidate
     */
    private boolean isExcluded(int candidate, int first) {
        for (Pathway excluded : tables.excluded(candidates.pathway(candidate))) {
            int other = find(excluded, first, candidate);
            if (other >= 0
                    && onsets[other] <= ends[candidate]
                    && onsets[candidate] <= ends[other]) {
                return true;
            }
        }
        return false;
    }

    private int find(Pathway pathway, int from, int to) {
        for (int i = from; i < to; i++) {
            if (candidates.pathway(i) == pathway && onsets[i] != NEVER) {
                return i;
            }
        }
        return -1;
    }

    /** The first day of a condition from before the plan years. */
    private int begun(int candidate) {
        int member = candidates.member(candidate);
        int first = years.firstDay(PlanYears.FIRST);
        double uniform = candidates.uniform(candidate);
        double age = days.age(member, first);
        double begin = age;
        long key = candidates.key(candidate);
        if (uniform < candidates.share(candidate, first)) {
            while (begin > 0
                    && uniform
                            < candidates.share(
                                    candidate, days.dayOfAge(member, Math.max(begin - 1, 0)))) {
                begin--;
            }
            begin -= Uniforms.of(key, 1);
        } else {
            begin -= LATE_YEARS * Uniforms.of(key, 1);
        }
        int onset = days.dayOfAge(member, usualAge(candidate, begin, age));
        return Math.min(onset, first - 1);
    }

    /**
     * An age at onset that is usual. Whoever would have had the condition at the lowest usual age
     * already fell ill at some time since then, more often early.
     *
     * @param begin the age that the shares by age give
     * @param age the age at which the condition is there for certain
     */
    private double usualAge(int candidate, double begin, double age) {
        IntRange usual = candidates.pathway(candidate).onset();
        double earliest = Math.max(Math.min(usual.low(), age - 0.1), 0);
        if (begin >= earliest + 1) {
            return begin;
        }
        double latest = Math.max(Math.min(usual.high(), age), earliest);
        double part = Uniforms.of(candidates.key(candidate), 4);
        return earliest + (latest - earliest) * part * Math.sqrt(part);
    }

    /** Decides on the days of a condition that begins in a plan year, if it does. */
    private void begin(int candidate) {
        double uniform = candidates.uniform(candidate);
        double before = candidates.share(candidate, years.firstDay(PlanYears.FIRST));
        for (int year = PlanYears.FIRST; year < PlanYears.COUNT; year++) {
            double after = candidates.share(candidate, years.firstDay(year + 1));
            if (uniform >= before && uniform < after) {
                int length = years.lastDay(year) - years.firstDay(year);
                double part = (uniform - before) / (after - before);
                int onset = years.firstDay(year) + 1 + (int) (part * length);
                if (onset >= days.birth(candidates.member(candidate))) {
                    onsets[candidate] = onset;
                    ends[candidate] = end(candidate, year + 1);
                }
                return;
            }
            before = after;
        }
    }

    /** The day on which the member is well again, from a year on. */
    private int end(int candidate, int from) {
        double uniform = candidates.uniform(candidate);
        if (uniform >= candidates.share(candidate, years.firstDay(from))) {
            return MemberCondition.OPEN;
        }
        for (int year = from; year < PlanYears.COUNT; year++) {
            if (uniform >= candidates.share(candidate, years.lastDay(year))) {
                int length = years.lastDay(year) - years.firstDay(year);
                return years.firstDay(year)
                        + 1
                        + (int) (Uniforms.of(candidates.key(candidate), 2) * length);
            }
        }
        return MemberCondition.OPEN;
    }

    private MemberCondition condition(int candidate) {
        long key = candidates.key(candidate);
        int onset = onsets[candidate];
        Pathway pathway = candidates.pathway(candidate);
        return new MemberCondition(
                candidates.member(candidate),
                pathway,
                diagnosis(candidate, Uniforms.of(key, 3)),
                null,
                onset,
                ends[candidate],
                key);
    }

    private Diagnosis diagnosis(int candidate, double uniform) {
        int member = candidates.member(candidate);
        int onset = onsets[candidate];
        int told = Math.max(onset, years.firstDay(PlanYears.FIRST));
        Sex sex = days.sex(member);
        int age = days.wholeAge(member, told);
        int atOnset = days.wholeAge(member, onset);
        return CodeChoice.pick(
                candidates.pathway(candidate).codes(),
                uniform,
                code ->
                        CodeChoice.fits(code, sex, age)
                                && code.diagnosis().fits(sex, atOnset)
                                && hasNeeded(code, member, told));
    }

    /** Whether the member has the condition that a code needs on a day. */
    private boolean hasNeeded(PathwayCode code, int member, int day) {
        Pathway needed = code.needs() == null ? null : tables.find(code.needs());
        if (needed == null) {
            return code.needs() == null;
        }
        for (int i = 0; i < onsets.length; i++) {
            if (candidates.member(i) == member && candidates.pathway(i) == needed) {
                return onsets[i] <= day && ends[i] == MemberCondition.OPEN;
            }
        }
        return false;
    }
}
