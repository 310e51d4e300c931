package io.github.clinicaldata.record.vaccine;

/**
 * Calendar arithmetic on days since 1970-01-01 for the many dates that a plan looks at.
 *
 * <p>Source of the algorithms: Howard Hinnant, "chrono-compatible low-level date algorithms",
 * {@code civil_from_days} and {@code days_from_civil}.
 */
final class Days {
    private static final int WEEK = 7;

    /** 1970-01-01 was a Thursday. */
    private static final int FIRST_WEEKDAY = 3;

    private static final int TO_MARCH_OF_YEAR_0 = 719_468;
    private static final int ERA = 146_097;
    private static final int MONTHS = 100;
    private static final int YEARS = 10_000;

    private Days() {}

    /** A day as a number of the form yyyymmdd. */
    static int number(int day) {
        int shifted = day + TO_MARCH_OF_YEAR_0;
        int era = Math.floorDiv(shifted, ERA);
        int ofEra = shifted - era * ERA;
        int yearOfEra = (ofEra - ofEra / 1_460 + ofEra / 36_524 - ofEra / 146_096) / 365;
        int ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        int shiftedMonth = (5 * ofYear + 2) / 153;
        int ofMonth = ofYear - (153 * shiftedMonth + 2) / 5 + 1;
        int month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
        int year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
        return year * YEARS + month * MONTHS + ofMonth;
    }

    /** The day of a date. */
    static int of(int year, int month, int ofMonth) {
        int shiftedYear = month <= 2 ? year - 1 : year;
        int era = Math.floorDiv(shiftedYear, 400);
        int yearOfEra = shiftedYear - era * 400;
        int ofYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + ofMonth - 1;
        int ofEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + ofYear;
        return era * ERA + ofEra - TO_MARCH_OF_YEAR_0;
    }

    /** How many days a month has. */
    static int lengthOfMonth(int year, int month) {
        if (month == 2) {
            return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
        }
        return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
    }

    /** The day so many months later, or the last of its month where that one is shorter. */
    static int plusMonths(int day, int months) {
        int number = number(day);
        int month = number / YEARS * 12 + number / MONTHS % MONTHS - 1 + months;
        int year = Math.floorDiv(month, 12);
        int ofYear = month - year * 12 + 1;
        return of(year, ofYear, Math.min(number % MONTHS, lengthOfMonth(year, ofYear)));
    }

    /** The month of a day, from 1. */
    static int month(int day) {
        return number(day) / MONTHS % MONTHS;
    }

    /** The year of a day. */
    static int year(int day) {
        return number(day) / YEARS;
    }

    /** Whole years from one day to a later one, both of the form yyyymmdd. */
    static int years(int from, int to) {
        return (to - from) / YEARS;
    }

    /** 0 for Monday to 6 for Sunday. */
    static int weekday(int day) {
        return Math.floorMod(day + FIRST_WEEKDAY, WEEK);
    }
}
