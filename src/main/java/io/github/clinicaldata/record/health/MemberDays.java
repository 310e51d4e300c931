package io.github.clinicaldata.record.health;

import io.github.clinicaldata.record.coverage.Coverage;
import io.github.clinicaldata.record.member.Member;
import io.github.clinicaldata.record.person.Ethnicity;
import io.github.clinicaldata.record.person.Origin;
import io.github.clinicaldata.record.person.Race;
import io.github.clinicaldata.record.person.Sex;
import io.github.clinicaldata.record.world.MemberBlock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** What decides on the health of the members of a block, in numbers. */
final class MemberDays {
    /** The mean length of a year of the Gregorian calendar. */
    private static final double DAYS_A_YEAR = 365.2425;

    /** Within so many years of a birthday only the calendar can tell the age. */
    private static final double NEAR_BIRTHDAY = 0.01;

    private final int[] births = new int[MemberBlock.SIZE];
    private final Sex[] sexes = new Sex[MemberBlock.SIZE];
    private final Origin[] origins = new Origin[MemberBlock.SIZE];
    private final int[] coveredFrom = new int[MemberBlock.SIZE];
    private final int[] coveredTo = new int[MemberBlock.SIZE];

    MemberDays(MemberBlock block) {
        for (int i = 0; i < MemberBlock.SIZE; i++) {
            Member member = block.member(i);
            births[i] = (int) member.birthDate().toEpochDay();
            sexes[i] = member.sex();
            origins[i] = origin(member);
            Coverage coverage = member.coverage();
            coveredFrom[i] =
                    coverage == null
                            ? Integer.MAX_VALUE
                            : (int) coverage.effectiveDate().toEpochDay();
            coveredTo[i] =
                    coverage == null || coverage.lastDay() == null
                            ? Integer.MAX_VALUE
                            : (int) coverage.lastDay().toEpochDay();
        }
    }

    private static Origin origin(Member member) {
        if (member.ethnicity() == Ethnicity.HISPANIC) {
            return Origin.HISPANIC;
        }
        Race race = member.race();
        for (Origin origin : Origin.ALL) {
            if (origin.name().equals(race.name())) {
                return origin;
            }
        }
        return Origin.OTHER;
    }

    /** The day of birth. */
    int birth(int member) {
        return births[member];
    }

    /** The administrative sex. */
    Sex sex(int member) {
        return sexes[member];
    }

    /** The group for factors of race. */
    Origin origin(int member) {
        return origins[member];
    }

    /** Whether a member is covered on a day; the same whatever {@code asOf} is. */
    boolean isCovered(int member, int day) {
        return day >= coveredFrom[member] && day <= coveredTo[member];
    }

    /** The age in years on a day, with a fraction; negative before birth. */
    double age(int member, int day) {
        return (day - births[member]) / DAYS_A_YEAR;
    }

    /** The age in whole years on a day by the calendar; negative before birth. */
    int wholeAge(int member, int day) {
        double age = age(member, day);
        double nearest = Math.rint(age);
        if (age < 0 || Math.abs(age - nearest) > NEAR_BIRTHDAY) {
            return (int) Math.floor(age);
        }
        return (int)
                ChronoUnit.YEARS.between(
                        LocalDate.ofEpochDay(births[member]), LocalDate.ofEpochDay(day));
    }

    /** The day on which somebody has an age, with a fraction. */
    int dayOfAge(int member, double age) {
        return births[member] + (int) (age * DAYS_A_YEAR);
    }
}
