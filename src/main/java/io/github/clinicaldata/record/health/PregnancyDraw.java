package io.github.clinicaldata.record.health;

import io.github.clinicaldata.record.member.Household;
import io.github.clinicaldata.record.member.Person;
import io.github.clinicaldata.record.member.Role;
import io.github.clinicaldata.record.pathway.Pathway;
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
    /** Days from conception to a birth at term, about. */
    private static final int TERM = 266;

    private static final int YOUNGEST = 14;
    private static final int OLDEST = 49;

    private final HealthTables tables = HealthTables.standard();
    private final PlanYears years;
    private final MemberBlock block;
    private final MemberDays days;
    private final long[] memberKeys;
    private final EpisodeDraw episodes;

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
                addBirths(member, pregnancies);
                addLater(member, pregnancies);
            }
        }
        return pregnancies;
    }

    private void addBirths(int member, List<MemberCondition> pregnancies) {
        Household household = block.household(member);
        int start = block.householdStart(member);
        Person mother = household.people()[member - start];
        if (!mother.role().isPartner()) {
            return;
        }
        int before = 0;
        for (int i = 0; i < household.people().length; i++) {
            if (household.people()[i].role() != Role.CHILD) {
                continue;
            }
            int birth = days.birth(start + i);
            double age = days.age(member, birth);
            boolean recent =
                    birth > years.firstDay(PlanYears.FIRST)
                            && birth <= years.firstDay(PlanYears.CURRENT);
            if (recent && birth != before && age >= YOUNGEST && age < OLDEST + 1) {
                pregnancies.add(pregnancy(member, birth));
                before = birth;
            }
        }
    }

    private void addLater(int member, List<MemberCondition> pregnancies) {
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
                pregnancies.add(pregnancy(member, birth));
                return;
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
        double rest = Uniforms.of(key, 3) * sum;
        Pathway chosen = tables.pregnancies[0];
        for (Pathway pathway : tables.pregnancies) {
            chosen = rest >= 0 ? pathway : chosen;
            rest -= pathway.curve().at(Sex.FEMALE, age);
        }
        MemberCondition open = episodes.episode(member, chosen, birth - TERM, key);
        return new MemberCondition(
                member, chosen, open.diagnosis(), null, open.onset(), birth, key);
    }
}
