package io.github.clinicaldata.record.vaccine;

import io.github.clinicaldata.record.world.Holidays;
import io.github.clinicaldata.record.world.PlanYears;

/** On which days vaccines are given: not at weekends and on holidays in most places. */
final class OpenDays {
    private static final int JUNE = 6;
    private static final int AUGUST = 8;

    private final int[] firstDays = new int[PlanYears.COUNT];

    /** The days in a population, none of which is the first of a plan year. */
    OpenDays(PlanYears years) {
        for (int i = 0; i < firstDays.length; i++) {
            firstDays[i] = years.firstDay(PlanYears.FIRST + i);
        }
    }

    /** The first day from one on, since 1970-01-01, on which a place gives vaccines. */
    int next(int day, Setting setting) {
        int open = day;
        while (!isOpen(open, setting.hours()) || isFirstDay(open)) {
            open++;
        }
        return open;
    }

    private boolean isFirstDay(int day) {
        if (day < firstDays[0]) {
            return false;
        }
        for (int first : firstDays) {
            if (day == first) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOpen(int day, Setting.Hours hours) {
        return switch (hours) {
            case ALWAYS -> true;
            case ALL_BUT_HOLIDAYS -> !Holidays.isGreat(day);
            case WEEKDAYS -> Holidays.isWorkday(day);
        };
    }

    /** Whether schools are closed for the summer. */
    static boolean isSummer(int day) {
        int month = Days.month(day);
        return month >= JUNE && month <= AUGUST;
    }
}
