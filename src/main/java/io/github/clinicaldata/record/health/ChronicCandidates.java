package io.github.clinicaldata.record.health;

import io.github.clinicaldata.record.pathway.Pathway;
import io.github.clinicaldata.record.pathway.Risk;
import io.github.clinicaldata.record.person.Sex;
import io.github.clinicaldata.record.random.FixedSample;
import io.github.clinicaldata.record.random.Mixer;
import io.github.clinicaldata.record.world.MemberBlock;
import io.github.clinicaldata.record.world.PlanYears;
import java.util.Arrays;

/**
 * The pairs of a member of a block and a chronic condition that can come true in the plan years,
 * member by member and in the order of the pathways.
 *
 * <p>A member has one uniform number for each condition. It is compared with the share of people of
 * the member's age who have the condition: the member falls ill at the age at which the share rises
 * above the number, and is well again where it falls below. So the shares of the pathway's file
 * hold at every age.
 */
final class ChronicCandidates {
    private static final double MOST = 0.95;
    private static final int USUAL = 512;

    private final HealthTables tables = HealthTables.standard();
    private final PlanYears years;
    private final MemberDays days;
    private final long[] memberKeys;
    private final boolean[] has;
    private int count;
    private int[] members = new int[USUAL];
    private Pathway[] pathways = new Pathway[USUAL];
    private double[] uniforms = new double[USUAL];
    private double[] factors = new double[USUAL];
    private int[] numbers = new int[USUAL];

    ChronicCandidates(PlanYears years, MemberDays days, long[] memberKeys) {
        this.years = years;
        this.days = days;
        this.memberKeys = memberKeys;
        has = new boolean[MemberBlock.SIZE * tables.keyCount()];
    }

    /**
     * Collects them, and offers to a sample those who may have begun before the plan years.
     *
     * @param slack candidates whose number is further from the share than this are not looked at
     */
    void collect(double slack, FixedSample sample) {
        count = 0;
        sample.clear();
        Arrays.fill(has, false);
        int first = years.firstDay(PlanYears.FIRST);
        int epoch = years.firstDay(PlanYears.CURRENT);
        for (int member = 0; member < MemberBlock.SIZE; member++) {
            Sex sex = days.sex(member);
            int age = Math.max(0, (int) days.age(member, first));
            HealthTables.Possible possible = tables.chronic(sex, age);
            for (int i = 0; i < possible.pathways.length; i++) {
                Pathway pathway = possible.pathways[i];
                double factor = tables.factor(pathway, days.origin(member));
                double uniform = Uniforms.of(memberKeys[member], possible.keys[i]);
                if (uniform > slack * possible.most[i] * factor) {
                    continue;
                }
                factor *= risk(member, pathway, days.age(member, epoch));
                if (factor > 0) {
                    add(member, pathway, uniform, factor);
                    double share = days.birth(member) < first ? share(count - 1, first) : 0;
                    numbers[count - 1] = share > 0 ? sample.offer(uniform, share) : -1;
                    has[member * tables.keyCount() + pathway.ordinal()] =
                            uniform < share(count - 1, epoch);
                }
            }
        }
    }

    private void add(int member, Pathway pathway, double uniform, double factor) {
        if (count == members.length) {
            members = Arrays.copyOf(members, 2 * count);
            pathways = Arrays.copyOf(pathways, 2 * count);
            uniforms = Arrays.copyOf(uniforms, 2 * count);
            factors = Arrays.copyOf(factors, 2 * count);
            numbers = Arrays.copyOf(numbers, 2 * count);
        }
        members[count] = member;
        pathways[count] = pathway;
        uniforms[count] = uniform;
        factors[count++] = factor;
    }

    /** The factor of the other conditions, such that it is 1 over all people. */
    private double risk(int member, Pathway pathway, double age) {
        double factor = 1;
        for (int i = 0; i < pathway.risks().size(); i++) {
            Risk risk = pathway.risks().get(i);
            Pathway other = risk.condition();
            double share = other.curve().between(days.sex(member), age);
            boolean hasOther = has[member * tables.keyCount() + other.ordinal()];
            factor *= (hasOther ? risk.times() : 1) / (1 + share * (risk.times() - 1));
        }
        return factor;
    }

    /** How many there are. */
    int count() {
        return count;
    }

    /** The member of one of them. */
    int member(int candidate) {
        return members[candidate];
    }

    /** The condition of one of them. */
    Pathway pathway(int candidate) {
        return pathways[candidate];
    }

    /** The uniform number of one of them. */
    double uniform(int candidate) {
        return uniforms[candidate];
    }

    /** Its number in the sample of those who may have begun before the plan years, or -1. */
    int number(int candidate) {
        return numbers[candidate];
    }

    /** The key of its random numbers. */
    long key(int candidate) {
        return Mixer.mix(
                memberKeys[members[candidate]]
                        ^ Long.rotateLeft(tables.key(pathways[candidate]), 7));
    }

    /** The share of people like the member who have the condition at the age on a day. */
    double share(int candidate, int day) {
        int member = members[candidate];
        double share = pathways[candidate].curve().between(days.sex(member), days.age(member, day));
        return Math.min(MOST, share * factors[candidate]);
    }
}
