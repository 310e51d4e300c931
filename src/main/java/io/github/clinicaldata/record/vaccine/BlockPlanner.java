package io.github.clinicaldata.record.vaccine;

import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.member.Household;
import io.github.clinicaldata.record.member.Member;
import io.github.clinicaldata.record.member.Role;
import io.github.clinicaldata.record.person.Sex;
import io.github.clinicaldata.record.random.RandomKey;
import io.github.clinicaldata.record.world.MemberBlock;
import io.github.clinicaldata.record.world.PlanYears;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Plans the doses of the members of a block, each for itself but for mothers and children. */
final class BlockPlanner {
    /** Years before the plan years of which there are records of those who were adults then. */
    private static final int RECORDED_YEARS = 10;

    /** Who was younger at the beginning of the plan years has records from birth on. */
    private static final int CHILD_YEARS = 18;

    /** Who was older than this when records begin has none of childhood. */
    private static final int OLDEST_IN_SCHOOL = 19;

    private static final int YOUNGEST_MOTHER = 15;
    private static final int OLDEST_MOTHER = 50;
    private static final double YEAR = 365.25;

    private final Course course;
    private final RandomKey key;
    private final int recordsFrom;
    private final int bornForRecords;
    private final int bornForSchool;
    private final ChildPlanner children;
    private final AdultPlanner adults;
    private final PregnancyPlanner pregnancies;
    private final SeasonPlanner seasons;

    BlockPlanner(
            Schedule schedule,
            Population population,
            PlanYears years,
            OpenDays openDays,
            Venues venues) {
        course = schedule.course();
        key = RandomKey.of(population.seed(), "vaccines");
        int first = years.firstDay(PlanYears.FIRST);
        recordsFrom = yearsBefore(RECORDED_YEARS, first);
        bornForRecords = yearsBefore(CHILD_YEARS, first);
        bornForSchool = yearsBefore(OLDEST_IN_SCHOOL, recordsFrom);
        int horizon = years.lastDay(PlanYears.COUNT - 1);
        children = new ChildPlanner(schedule, openDays, venues, horizon);
        adults = new AdultPlanner(schedule, openDays, venues, horizon);
        pregnancies = new PregnancyPlanner(schedule, openDays, venues);
        seasons = new SeasonPlanner(schedule, openDays, venues, horizon);
    }

    private static int yearsBefore(int years, int day) {
        return (int) LocalDate.ofEpochDay(day).minusYears(years).toEpochDay();
    }

    /**
     * Plans all doses of a block.
     *
     * @param chances receives those that are a matter of chance; the others are the patients'
     */
    Patient[] plan(MemberBlock block, List<PlannedDose> chances) {
        Patient[] patients = new Patient[MemberBlock.SIZE];
        for (int i = 0; i < patients.length; i++) {
            patients[i] = patient(block, i);
        }
        for (int i = 0; i < patients.length; i++) {
            expect(block, i, patients);
            if (patients[i].birthDay() >= bornForSchool) {
                children.plan(patients[i]);
            }
            adults.plan(patients[i]);
        }
        for (Patient patient : patients) {
            seasons.plan(patient, chances);
        }
        return patients;
    }

    private Patient patient(MemberBlock block, int position) {
        Member member = block.member(position);
        boolean sinceBirth = member.birthDate().toEpochDay() >= bornForRecords;
        int from = sinceBirth ? Integer.MIN_VALUE : recordsFrom;
        long index = block.number() * MemberBlock.SIZE + position;
        long family = key.at(block.household(position).first());
        return new Patient(position, key.at(index), family, member, from, course.apart());
    }

    /**
     * Plans the pregnancies of a household's children: their mother is the woman of the couple, or
     * the first of two.
     */
    private void expect(MemberBlock block, int position, Patient[] patients) {
        Household household = block.household(position);
        int start = block.householdStart(position);
        if (position - start != mother(household)) {
            return;
        }
        Patient mother = patients[position];
        List<Patient> born = new ArrayList<>();
        for (int i = 0; i < household.people().length; i++) {
            Patient child = patients[start + i];
            double age = (child.birthDay() - mother.birthDay()) / YEAR;
            if (household.people()[i].role() == Role.CHILD
                    && age >= YOUNGEST_MOTHER
                    && age <= OLDEST_MOTHER) {
                born.add(child);
            }
        }
        int[] days = born.stream().mapToInt(Patient::birthDay).distinct().sorted().toArray();
        mother.setDeliveries(days);
        pregnancies.plan(mother, born);
    }

    /** The position of the mother of a household's children, or -1. */
    private static int mother(Household household) {
        for (int i = 0; i < household.people().length; i++) {
            if (household.people()[i].role().isPartner()
                    && household.people()[i].sex() == Sex.FEMALE) {
                return i;
            }
        }
        return -1;
    }
}
