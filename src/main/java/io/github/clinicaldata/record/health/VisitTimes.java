package io.github.clinicaldata.record.health;

import io.github.clinicaldata.record.pathway.Setting;
import io.github.clinicaldata.record.world.Holidays;

/**
 * When visits begin and end. Approximate; source of the order of magnitude: NAMCS 2018 (minutes
 * with the physician) and NHAMCS 2021 (hours in the emergency department), CDC NCHS.
 */
final class VisitTimes {
    /** No working day was found. */
    static final int NONE = Integer.MIN_VALUE;

    static final int QUARTER = 15;
    private static final int OPENING = 8 * 60;
    private static final int QUARTERS_OPEN = 34;
    private static final int QUARTERS_LONG = 48;
    static final int MINUTES_A_DAY = 24 * 60;
    private static final int DISCHARGES = 10 * 60;
    private static final int QUARTERS_OF_DISCHARGES = 28;

    private VisitTimes() {}

    /**
     * The day itself or, where nobody works at weekends and on holidays, the next working day;
     * where that one is too late, the last one before.
     *
     * @param earliest the first day that is possible
     * @param latest the last day that is possible
     * @return {@link #NONE} when there is none
     */
    static int onWorkday(Setting setting, int day, int earliest, int latest) {
        if (day > latest || day < earliest) {
            return NONE;
        }
        if (setting.aroundTheClock() || setting == Setting.URGENT_CARE) {
            return day;
        }
        int open = day;
        while (open <= latest && !Holidays.isWorkday(open)) {
            open++;
        }
        if (open <= latest) {
            return open;
        }
        open = day - 1;
        while (open >= earliest && !Holidays.isWorkday(open)) {
            open--;
        }
        return open >= earliest ? open : NONE;
    }

    /** The minute of the day in which a visit begins. */
    static int firstMinute(Setting setting, double uniform) {
        if (setting.aroundTheClock()) {
            return (int) (uniform * MINUTES_A_DAY);
        }
        return OPENING + QUARTER * (int) (uniform * quarters(setting));
    }

    /** Whether a visit can begin in a minute of the day. */
    static boolean isOpen(Setting setting, int minute) {
        return setting.aroundTheClock()
                ? minute < MINUTES_A_DAY
                : minute < OPENING + QUARTER * quarters(setting);
    }

    private static int quarters(Setting setting) {
        return setting == Setting.URGENT_CARE ? QUARTERS_LONG : QUARTERS_OPEN;
    }

    /** The minute of the last day in which a visit ends. */
    static int lastMinute(Visit visit) {
        double uniform = Uniforms.of(visit.key(), 7);
        return visit.nights() > 0
                ? DISCHARGES + QUARTER * (int) (uniform * QUARTERS_OF_DISCHARGES)
                : visit.minute() + minutes(visit.rule().setting(), uniform);
    }

    /** When stays that end on a day are over, in minutes since 1970-01-01 by the local clock. */
    static int latestDischarge(int day) {
        return day * MINUTES_A_DAY + DISCHARGES + QUARTER * QUARTERS_OF_DISCHARGES;
    }

    /** How long a visit without a night lasts, in minutes. */
    private static int minutes(Setting setting, double uniform) {
        return switch (setting) {
            case TELEHEALTH, LABORATORY -> between(10, 30, uniform);
            case OFFICE, NURSING_FACILITY -> between(15, 45, uniform);
            case HOME, IMAGING_CENTER -> between(20, 60, uniform);
            case URGENT_CARE -> between(25, 90, uniform);
            case OUTPATIENT_HOSPITAL -> between(45, 180, uniform);
            case AMBULATORY_SURGERY -> between(120, 360, uniform);
            case DIALYSIS_CENTER -> between(210, 270, uniform);
            case EMERGENCY, INPATIENT, SKILLED_NURSING -> between(120, 480, uniform);
        };
    }

    /** In steps of five minutes. */
    private static int between(int low, int high, double uniform) {
        return low + 5 * (int) (uniform * ((high - low) / 5 + 1));
    }
}
