package io.github.clinicaldata.record.health;

import io.github.clinicaldata.record.code.Diagnosis;
import io.github.clinicaldata.record.pathway.AgeCurve;
import io.github.clinicaldata.record.pathway.Pathway;
import io.github.clinicaldata.record.pathway.PathwayCode;
import io.github.clinicaldata.record.pathway.Risk;
import io.github.clinicaldata.record.person.Sex;
import io.github.clinicaldata.record.random.FixedSample;
import io.github.clinicaldata.record.random.Mixer;
import io.github.clinicaldata.record.world.MemberBlock;
import io.github.clinicaldata.record.world.PlanYears;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides on the chronic conditions of a block.
 *
 * <p>A member has one uniform number for each condition. It is compared with the share of people of
 * the member's age who have the condition: the member falls ill at the age at which the share rises
 * above the number, and is well again where it falls below. So the shares of the pathway's file
 * hold at every age. How many have begun before the plan years is fixed for a block.
 */
final class ChronicDraw {
    private static final double MOST = 0.95;

    /** Candidates whose number is further from the share than this are not looked at. */
    private static final double SLACK = 1.6;

    private static final double LATE_YEARS = 3;

    private record Candidate(int member, Pathway pathway, double uniform, double factor) {}

    private final HealthTables tables = HealthTables.standard();
    private final PlanYears years;
    private final MemberDays days;
    private final long[] memberKeys;
    private final FixedSample sample;
    private final List<Candidate> candidates = new ArrayList<>();
    private final boolean[] has;

    ChronicDraw(PlanYears years, MemberDays days, long[] memberKeys, FixedSample sample) {
        this.years = years;
        this.days = days;
        this.memberKeys = memberKeys;
        this.sample = sample;
        has = new boolean[MemberBlock.SIZE * tables.keyCount()];
    }

    /**
     * Draws.
     *
     * @param earlier how many have begun before the plan years
     * @return the conditions of each member
     */
    List<List<MemberCondition>> draw(int earlier) {
        collect(SLACK);
        if (sample.size() < earlier) {
            collect(Double.POSITIVE_INFINITY);
        }
        int[] chosen = sample.choose(earlier);
        List<List<MemberCondition>> conditions = new ArrayList<>();
        for (int i = 0; i < MemberBlock.SIZE; i++) {
            conditions.add(new ArrayList<>());
        }
        int next = 0;
        int offered = 0;
        for (Candidate candidate : candidates) {
            boolean isOffered = share(candidate, years.firstDay(PlanYears.FIRST)) > 0;
            boolean isChosen = isOffered && next < chosen.length && chosen[next] == offered;
            offered += isOffered ? 1 : 0;
            next += isChosen ? 1 : 0;
            MemberCondition condition = isChosen ? begun(candidate) : beginning(candidate);
            if (condition != null) {
                conditions.get(candidate.member()).add(condition);
            }
        }
        return conditions;
    }

    private void collect(double slack) {
        candidates.clear();
        sample.clear();
        int first = years.firstDay(PlanYears.FIRST);
        int epoch = years.firstDay(PlanYears.CURRENT);
        for (int member = 0; member < MemberBlock.SIZE; member++) {
            Sex sex = days.sex(member);
            for (Pathway pathway : tables.chronic) {
                double factor = pathway.factor(days.origin(member));
                double highest = pathway.curve().highest(sex) * factor;
                double uniform = Uniforms.of(memberKeys[member], tables.key(pathway));
                if (highest == 0 || uniform > slack * highest * mostRisk(pathway)) {
                    continue;
                }
                factor *= risk(member, pathway, days.age(member, epoch));
                if (factor == 0) {
                    continue;
                }
                Candidate candidate = new Candidate(member, pathway, uniform, factor);
                candidates.add(candidate);
                double share = share(candidate, first);
                if (share > 0) {
                    sample.offer(uniform, share);
                }
                has[member * tables.keyCount() + pathway.ordinal()] =
                        uniform < share(candidate, epoch);
            }
        }
    }

    /** How many would have begun before the plan years if each member were drawn alone. */
    int natural() {
        collect(1);
        int first = years.firstDay(PlanYears.FIRST);
        return (int)
                candidates.stream().filter(each -> each.uniform() < share(each, first)).count();
    }

    private static double mostRisk(Pathway pathway) {
        double most = 1;
        for (Risk risk : pathway.risks()) {
            most *= Math.max(1, risk.times());
        }
        return most;
    }

    /** The factor of the other conditions, such that it is 1 over all people. */
    private double risk(int member, Pathway pathway, double age) {
        double factor = 1;
        for (Risk risk : pathway.risks()) {
            Pathway other = risk.condition();
            double share = other.curve().between(days.sex(member), age);
            boolean hasOther = has[member * tables.keyCount() + other.ordinal()];
            factor *= (hasOther ? risk.times() : 1) / (1 + share * (risk.times() - 1));
        }
        return factor;
    }

    /** The share of people like the member who have the condition at the age on a day. */
    private double share(Candidate candidate, int day) {
        AgeCurve curve = candidate.pathway().curve();
        double age = days.age(candidate.member(), day);
        return Math.min(
                MOST, curve.between(days.sex(candidate.member()), age) * candidate.factor());
    }

    /** A condition from before the plan years. */
    private MemberCondition begun(Candidate candidate) {
        int member = candidate.member();
        int first = years.firstDay(PlanYears.FIRST);
        double age = days.age(member, first);
        double begin = age;
        long key = keyOf(candidate);
        if (candidate.uniform() < share(candidate, first)) {
            while (begin > 0
                    && candidate.uniform()
                            < share(candidate, days.dayOfAge(member, Math.max(begin - 1, 0)))) {
                begin--;
            }
            begin -= Uniforms.of(key, 1);
        } else {
            begin -= LATE_YEARS * Uniforms.of(key, 1);
        }
        double earliest = Math.min(candidate.pathway().onset().low(), age - 0.1);
        int onset = days.dayOfAge(member, Math.max(Math.max(begin, earliest), 0));
        return condition(candidate, Math.min(onset, first - 1), end(candidate, PlanYears.FIRST));
    }

    /** A condition that begins in a plan year, or null. */
    private @Nullable MemberCondition beginning(Candidate candidate) {
        double before = share(candidate, years.firstDay(PlanYears.FIRST));
        for (int year = PlanYears.FIRST; year < PlanYears.COUNT; year++) {
            double after = share(candidate, years.firstDay(year + 1));
            if (candidate.uniform() >= before && candidate.uniform() < after) {
                int length = years.lastDay(year) - years.firstDay(year);
                double part = (candidate.uniform() - before) / (after - before);
                int onset = years.firstDay(year) + 1 + (int) (part * length);
                if (onset < days.birth(candidate.member())) {
                    return null;
                }
                return condition(candidate, onset, end(candidate, year + 1));
            }
            before = after;
        }
        return null;
    }

    /** The day on which the member is well again, from a year on. */
    private int end(Candidate candidate, int from) {
        if (candidate.uniform() >= share(candidate, years.firstDay(from))) {
            return MemberCondition.OPEN;
        }
        for (int year = from; year < PlanYears.COUNT; year++) {
            if (candidate.uniform() >= share(candidate, years.lastDay(year))) {
                int length = years.lastDay(year) - years.firstDay(year);
                return years.firstDay(year) + 1 + (int) (Uniforms.of(keyOf(candidate), 2) * length);
            }
        }
        return MemberCondition.OPEN;
    }

    private long keyOf(Candidate candidate) {
        return Mixer.mix(
                memberKeys[candidate.member()]
                        ^ Long.rotateLeft(tables.key(candidate.pathway()), 7));
    }

    private MemberCondition condition(Candidate candidate, int onset, int end) {
        long key = keyOf(candidate);
        Diagnosis diagnosis = diagnosis(candidate, onset, Uniforms.of(key, 3));
        return new MemberCondition(
                candidate.member(), candidate.pathway(), diagnosis, null, onset, end, key);
    }

    private Diagnosis diagnosis(Candidate candidate, int onset, double uniform) {
        int member = candidate.member();
        int epoch = Math.max(onset, years.firstDay(PlanYears.FIRST));
        int age = days.wholeAge(member, epoch);
        int atOnset = days.wholeAge(member, onset);
        double sum = 0;
        for (PathwayCode code : candidate.pathway().codes()) {
            sum += isPossible(code, member, age, atOnset) ? code.weight() : 0;
        }
        double rest = uniform * sum;
        for (PathwayCode code : candidate.pathway().codes()) {
            if (isPossible(code, member, age, atOnset)) {
                rest -= code.weight();
                if (rest < 0) {
                    return code.diagnosis();
                }
            }
        }
        return candidate.pathway().codes().get(0).diagnosis();
    }

    private boolean isPossible(PathwayCode code, int member, int age, int atOnset) {
        return code.limits().fit(days.sex(member), age)
                && code.diagnosis().fits(days.sex(member), atOnset)
                && code.diagnosis().fits(days.sex(member), age)
                && (code.needs() == null || hasNeeded(code.needs(), member));
    }

    private boolean hasNeeded(String key, int member) {
        Pathway other = tables.find(key);
        return other != null && has[member * tables.keyCount() + other.ordinal()];
    }
}
