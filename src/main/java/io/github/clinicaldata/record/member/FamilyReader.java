package io.github.clinicaldata.record.member;

import io.github.clinicaldata.record.coverage.CoverageType;
import io.github.clinicaldata.record.person.Sex;
import io.github.clinicaldata.record.random.Aspect;
import io.github.clinicaldata.record.random.RandomStream;
import java.time.LocalDate;
import java.util.Arrays;

/** Draws who lives in a household: roles, sexes, ages and dates of birth. */
final class FamilyReader {
    private static final Aspect BIRTHDAYS = Aspect.named("birthdays");
    private static final int DAYS = 365;

    /**
     * How many days of the year a child that is a year younger may have its birthday before its
     * sibling, so that at least 280 days, the length of a pregnancy, lie between the two.
     */
    private static final int NEXT_CHILD_DAYS = DAYS - 280;

    /** How many children that come out equally old are left as twins; approximate. */
    private static final double TWINS = 0.3;

    private final HouseholdTemplates templates;
    private final LocalDate epoch;
    private final int[] childAges = new int[MemberTables.BLOCK];

    FamilyReader(HouseholdTemplates templates, LocalDate epoch) {
        this.templates = templates;
        this.epoch = epoch;
    }

    /**
     * Draws the people of a household.
     *
     * @param key the household's key
     * @param stream stands in the household's aspect of people
     * @return in order: head, partner, parent, other adults, children from the eldest
     */
    Person[] read(HouseholdTemplates.Template template, long key, RandomStream stream) {
        int size = template.size();
        HouseholdType type = template.type();
        AgeModel ages = templates.ages();
        Person[] people = new Person[size];
        int count = 0;
        Sex headSex = template.headSex();
        int headAge = templates.headAge(template, stream);
        people[count++] = person(Role.HEAD, headSex, headAge);
        int motherAge = AgeModel.motherAge(headAge);
        if (type.partners() == 2) {
            Sex spouseSex = stream.chance(AgeModel.SAME_SEX) ? headSex : headSex.opposite();
            int spouseAge = ages.spouseAge(headAge, headSex, stream);
            people[count++] = person(Role.PARTNER, spouseSex, spouseAge);
            motherAge = AgeModel.motherAge(headAge, spouseAge);
        }
        if (type.hasParent()) {
            Sex sex = sexOf(stream.chance(AgeModel.MOTHERS_AMONG_PARENTS));
            people[count++] = person(Role.PARENT, sex, AgeModel.parentAge(headAge, stream));
        }
        for (int i = type.others(size); i > 0; i--) {
            Sex sex = sexOf(stream.chance(0.5));
            people[count++] = person(Role.OTHER, sex, AgeModel.otherAge(headAge, stream));
        }
        int children = type.children(size);
        drawChildAges(children, motherAge, stream);
        for (int i = children - 1; i >= 0; i--) {
            Sex sex = sexOf(!stream.chance(AgeModel.BOYS));
            people[count++] = person(Role.CHILD, sex, childAges[i]);
        }
        giveBirthdays(people, stream.reset(key, BIRTHDAYS));
        return people;
    }

    private static Sex sexOf(boolean woman) {
        return woman ? Sex.FEMALE : Sex.MALE;
    }

    private static Person person(Role role, Sex sex, int age) {
        return new Person(role, sex, age, LocalDate.EPOCH, CoverageType.UNINSURED);
    }

    /**
     * Draws ages independently and in ascending order. Most that come out equal are moved apart by
     * a year, up or down alike, which leaves the ages of all children as they are on the whole.
     */
    private void drawChildAges(int children, int motherAge, RandomStream stream) {
        AgeModel ages = templates.ages();
        for (int i = 0; i < children; i++) {
            childAges[i] = ages.childAge(motherAge, stream);
        }
        Arrays.sort(childAges, 0, children);
        for (int i = 1; i < children; i++) {
            if (childAges[i] == childAges[i - 1] && !stream.chance(TWINS)) {
                moveApart(i, stream.chance(0.5), motherAge);
            }
        }
        Arrays.sort(childAges, 0, children);
    }

    private void moveApart(int elder, boolean down, int motherAge) {
        int oldest = Math.min(AgeModel.OLDEST_CHILD, motherAge - AgeModel.YOUNGEST_MOTHER);
        if (down && childAges[elder - 1] > 0) {
            childAges[elder - 1]--;
        } else if (!down && childAges[elder] < oldest) {
            childAges[elder]++;
        }
    }

    /** Any day of the year, but for twins the same, and for the next child a pregnancy later. */
    private void giveBirthdays(Person[] people, RandomStream stream) {
        int lastAge = -1;
        int day = 0;
        for (int i = 0; i < people.length; i++) {
            Person person = people[i];
            int age = person.age();
            if (person.role() != Role.CHILD || age < lastAge - 1 || lastAge < 0) {
                day = stream.nextInt(DAYS);
            } else if (age < lastAge) {
                day = stream.nextInt(Math.min(DAYS, day + NEXT_CHILD_DAYS + 1));
            }
            lastAge = person.role() == Role.CHILD ? age : -1;
            LocalDate birthDate = epoch.minusYears(age).minusDays(day);
            people[i] = new Person(person.role(), person.sex(), age, birthDate, person.coverage());
        }
    }
}
