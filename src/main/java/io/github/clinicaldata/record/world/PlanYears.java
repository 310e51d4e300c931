package io.github.clinicaldata.record.world;

import io.github.clinicaldata.record.Population;
import java.time.LocalDate;

/**
 * The plan years of a population: three before its epoch, whose events are always there, and three
 * from it on, whose events come with {@code asOf}. What began before them is of year {@link
 * #BEFORE}.
 */
public final class PlanYears {
    /** Years before the epoch with all their events. */
    public static final int BACK = 3;

    /** All years, the time before them included. */
    public static final int COUNT = 1 + BACK + Population.YEARS_AHEAD;

    /** The time before the first plan year. */
    public static final int BEFORE = 0;

    /** The first plan year. */
    public static final int FIRST = 1;

    /** The plan year that begins with the epoch. */
    public static final int CURRENT = FIRST + BACK;

    private final int[] firstDays = new int[COUNT + 1];
    private final int asOf;
    private final int known;

    /** The years of a population. */
    public PlanYears(Population population) {
        LocalDate epoch = population.epoch();
        firstDays[BEFORE] = Integer.MIN_VALUE;
        for (int year = FIRST; year <= COUNT; year++) {
            firstDays[year] = (int) epoch.plusYears(year - CURRENT).toEpochDay();
        }
        asOf = (int) population.asOf().toEpochDay();
        known = known(population);
    }

    /** How many years, from {@link #BEFORE} on, can have events on a population's {@code asOf}. */
    public static int known(Population population) {
        int known = CURRENT;
        while (known < COUNT
                && population.epoch().plusYears(known - CURRENT).isBefore(population.asOf())) {
            known++;
        }
        return known;
    }

    /** How many years, from {@link #BEFORE} on, can have events. */
    public int known() {
        return known;
    }

    /**
     * The first day of a year, in days since 1970-01-01. No event is on it, so that nothing of a
     * year is known on the day before its second.
     *
     * @param year from {@link #FIRST} to {@link #COUNT}, the day after the last year
     */
    public int firstDay(int year) {
        return firstDays[year];
    }

    /** The last day of a year, in days since 1970-01-01. */
    public int lastDay(int year) {
        return firstDays[year + 1] - 1;
    }

    /** Whether a day is the first one of a plan year or of the year after the last. */
    public boolean isFirstDay(int day) {
        for (int year = FIRST; year <= COUNT; year++) {
            if (day == firstDays[year]) {
                return true;
            }
        }
        return false;
    }

    /** The population's {@code asOf} in days since 1970-01-01. */
    public int asOf() {
        return asOf;
    }

    /** The year of a day; {@link #COUNT} for days after the last one. */
    public int yearOf(int day) {
        int year = COUNT;
        while (day < firstDays[year]) {
            year--;
        }
        return year;
    }
}
