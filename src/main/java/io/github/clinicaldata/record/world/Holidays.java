package io.github.clinicaldata.record.world;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/**
 * The holidays of the United States, and the days on which offices work. Days are counted since
 * 1970-01-01. All years have the holidays of today but for those that came later than others.
 *
 * <p>Source: 5 U.S.C. 6103 and Executive Order 11582 (the eleven holidays, and the day on which one
 * is observed that falls on a weekend); Public Laws 98-144 (the birthday of Martin Luther King) and
 * 117-17 (Juneteenth); Federal Reserve Banks, holiday schedules (one that falls on a Saturday is
 * not observed).
 */
public final class Holidays {
    private static final int WEEK = 7;

    /** 1970-01-01 was a Thursday, the fourth day of the week from Monday on. */
    private static final int THURSDAY = 3;

    private static final int SATURDAY = 5;

    /** The years of the tables; the days of others are no holidays. */
    private static final int FIRST_YEAR = 1850;

    private static final int LAST_YEAR = 2250;
    private static final int FIRST_KING = 1986;
    private static final int FIRST_JUNETEENTH = 2021;
    private static final int FROM = day(LocalDate.of(FIRST_YEAR, 1, 1));
    private static final int SIZE = day(LocalDate.of(LAST_YEAR, 12, 31)) - FROM + 1;

    /** A bit a day, since days of visits are asked for very often. */
    private static final long[] GREAT = new long[SIZE / Long.SIZE + 1];

    private static final long[] FEDERAL = new long[SIZE / Long.SIZE + 1];
    private static final long[] BANK = new long[SIZE / Long.SIZE + 1];

    static {
        for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
            addYear(year);
        }
    }

    private Holidays() {}

    private static void addYear(int year) {
        addGreat(LocalDate.of(year, 1, 1));
        if (year >= FIRST_KING) {
            add(monday(year, 1, 3));
        }
        add(monday(year, 2, 3));
        add(monday(year, 5, -1));
        if (year >= FIRST_JUNETEENTH) {
            add(LocalDate.of(year, 6, 19));
        }
        addGreat(LocalDate.of(year, 7, 4));
        add(monday(year, 9, 1));
        add(monday(year, 10, 2));
        add(LocalDate.of(year, 11, 11));
        addGreat(of(year, 11, 4, DayOfWeek.THURSDAY));
        addGreat(LocalDate.of(year, 12, 25));
    }

    private static LocalDate monday(int year, int month, int ordinal) {
        return of(year, month, ordinal, DayOfWeek.MONDAY);
    }

    /** The day of the week that is so many in its month; -1 for the last one. */
    private static LocalDate of(int year, int month, int ordinal, DayOfWeek weekday) {
        return LocalDate.of(year, month, 1)
                .with(TemporalAdjusters.dayOfWeekInMonth(ordinal, weekday));
    }

    private static void addGreat(LocalDate date) {
        set(GREAT, day(date));
        add(date);
    }

    private static void add(LocalDate date) {
        int day = day(date);
        set(FEDERAL, day);
        set(BANK, day);
        if (date.getDayOfWeek() == DayOfWeek.SATURDAY) {
            set(FEDERAL, day - 1);
        } else if (date.getDayOfWeek() == DayOfWeek.SUNDAY) {
            set(FEDERAL, day + 1);
            set(BANK, day + 1);
        }
    }

    private static int day(LocalDate date) {
        return (int) date.toEpochDay();
    }

    private static void set(long[] table, int day) {
        int place = day - FROM;
        if (place >= 0 && place < SIZE) {
            table[place / Long.SIZE] |= 1L << place;
        }
    }

    private static boolean has(long[] table, int day) {
        int place = day - FROM;
        return place >= 0 && place < SIZE && (table[place / Long.SIZE] >>> place & 1) != 0;
    }

    private static boolean isWeekend(int day) {
        return Math.floorMod(day + THURSDAY, WEEK) >= SATURDAY;
    }

    /**
     * Whether it is New Year's Day, Independence Day, Thanksgiving Day or Christmas Day itself, on
     * which nearly everything is closed.
     */
    public static boolean isGreat(int day) {
        return has(GREAT, day);
    }

    /** Whether offices work: no weekend, no federal holiday and no day on which one is observed. */
    public static boolean isWorkday(int day) {
        return !isWeekend(day) && !has(FEDERAL, day);
    }

    /** Whether banks settle payments: no weekend and no holiday of the Federal Reserve Banks. */
    public static boolean isBankDay(int day) {
        return !isWeekend(day) && !has(BANK, day);
    }
}
