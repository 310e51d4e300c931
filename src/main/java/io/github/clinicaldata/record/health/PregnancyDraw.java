package io.github.clinicaldata.record.health;

import io.github.clinicaldata.record.member.Household;
import io.github.clinicaldata.record.member.Role;
import io.github.clinicaldata.record.pathway.Pathway;
import io.github.clinicaldata.record.pathway.VisitRule;
import io.github.clinicaldata.record.person.Sex;
import io.github.clinicaldata.record.random.Mixer;
import io.github.clinicaldata.record.world.MemberBlock;
import io.github.clinicaldata.record.world.PlanYears;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the pregnancies of a block: before the epoch those whose children live in the household,
 * with the child's birth on the day of the delivery; from then on by chance.
 */
final class PregnancyDraw {
    /** Days from conception to a birth at term, where the pathway does not tell. */
    private static final int TERM = 266;

    /** Days from a birth to the next one of the same mother, at least. */
    private static final int BETWEEN_BIRTHS = 400;

    /** Days from a birth to another in the household that cannot be the same mother's. */
    private static final int TOO_NEAR = 290;

    private static final int YOUNGEST = 14;
    private static final int OLDEST = 49;

    private final HealthTables tables = HealthTables.standard();
    private final PlanYears years;
    private final MemberBlock block;
    private final MemberDays days;
    private final long[] memberKeys;
    private final EpisodeDraw episodes;
    private final Choices choices = new Choices();

    PregnancyDraw(
            PlanYears years,
            MemberBlock block,
            MemberDays days,
            long[] memberKeys,
            EpisodeDraw episodes) {
        this.years = years;
        this.block = block;
        this.days = days;
        this.memberKeys = memberKeys;
        this.episodes = episodes;
    }

    /** All pregnancies that begin before the end of the last year. */
    List<MemberCondition> draw() {
        List<MemberCondition> pregnancies = new ArrayList<>();
        for (int member = 0; member < MemberBlock.SIZE; member++) {
            if (days.sex(member) == Sex.FEMALE) {
                int lastBirth = addBirths(member, pregnancies);
                addLater(member, lastBirth, pregnancies);
            }
        }
        return pregnancies;
    }

    /**
     * Adds the pregnancies before the children of the household.
     *
     * @return the day of the last birth
     */
    private int addBirths(int member, List<MemberCondition> pregnancies) {
        Household household = block.household(member);
        int start = block.householdStart(member);
        Role role = household.people()[member - start].role();
        // of two women, the first one is the mother
        boolean mother = role == Role.HEAD || role == Role.PARTNER && days.sex(start) != Sex.FEMALE;
        if (!mother) {
            return Integer.MIN_VALUE;
        }
        int last = Integer.MIN_VALUE;
        for (int i = household.people().length - 1; i >= 0; i--) {
            int birth = days.birth(start + i);
            if (household.people()[i].role() == Role.CHILD && isOwn(member, birth, pregnancies)) {
                pregnancies.add(pregnancy(member, birth));
                last = Math.max(last, birth);
            }
        }
        return last;
    }

    /** Whether a birth in the plan years before the epoch is of a child of the member's own. */
    private boolean isOwn(int member, int birth, List<MemberCondition> pregnancies) {
        double age = days.age(member, birth);
        if (birth <= years.firstDay(PlanYears.FIRST)
                || birth > years.firstDay(PlanYears.CURRENT)
                || age < YOUNGEST
                || age >= OLDEST + 1) {
            return false;
        }
        for (MemberCondition other : pregnancies) {
            if (other.member() == member && Math.abs(other.end() - birth) < TOO_NEAR) {
                return false;
            }
        }
        return true;
    }

    private void addLater(int member, int lastBirth, List<MemberCondition> pregnancies) {
        for (int year = PlanYears.CURRENT; year < PlanYears.COUNT; year++) {
            int age = days.wholeAge(member, years.lastDay(year));
            double rate = 0;
            for (Pathway pathway : tables.pregnancies) {
                rate += pathway.curve().at(Sex.FEMALE, age);
            }
            long key = Mixer.combine(memberKeys[member], 100 + year);
            if (Uniforms.of(key, 1) < rate) {
                int length = years.lastDay(year) - years.firstDay(year);
                int birth = years.firstDay(year) + 1 + (int) (Uniforms.of(key, 2) * length);
                if (birth - BETWEEN_BIRTHS > lastBirth) {
                    pregnancies.add(pregnancy(member, birth));
                    return;
                }
            }
        }
    }

    private MemberCondition pregnancy(int member, int birth) {
        int age = Math.min(OLDEST, days.wholeAge(member, birth));
        long key = Mixer.combine(memberKeys[member], birth);
        double sum = 0;
        for (Pathway pathway : tables.pregnancies) {
            sum += pathway.curve().at(Sex.FEMALE, age);
        }
        double rest = Uniforms.of(key, 6) * sum;
        Pathway chosen = tables.pregnancies[0];
        for (Pathway pathway : tables.pregnancies) {
            chosen = rest >= 0 ? pathway : chosen;
            rest -= pathway.curve().at(Sex.FEMALE, age);
        }
        int onset = birth - term(member, chosen, birth, key);
        // no event is on the first day of a year
        onset += onset == years.firstDay(years.yearOf(onset)) ? 1 : 0;
        MemberCondition open = episodes.episode(member, chosen, onset, key);
        return new MemberCondition(member, chosen, open.diagnosis(), null, onset, birth, key);
    }

    /** The days from conception to the delivery that the pathway chooses. */
    private int term(int member, Pathway pathway, int birth, long key) {
        int age = days.wholeAge(member, birth - TERM + 1);
        choices.clear();
        for (int i = 0; i < pathway.visits().size(); i++) {
            VisitRule rule = pathway.visits().get(i);
            if (rule.choice() >= 0
                    && rule.limits().fit(Sex.FEMALE, age)
                    && choices.isChosen(rule, key)
                    && rule.delivery()) {
                return Choices.after(rule, Choices.key(key, i));
            }
        }
        return TERM;
    }
}
