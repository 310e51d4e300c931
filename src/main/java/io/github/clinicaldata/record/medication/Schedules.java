package io.github.clinicaldata.record.medication;

import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.code.Drug;

/**
 * What the schedules of controlled substances allow. Source: 21 CFR 1306.12 (no refill of schedule
 * II) and 1306.22 (schedules III and IV: five refills within six months). Other drugs may be filled
 * for a year, as most states have it.
 */
final class Schedules {
    private static final Text SECOND = Text.of("II");
    private static final Text THIRD = Text.of("III");
    private static final Text FOURTH = Text.of("IV");
    private static final int YEAR = 365;
    private static final int HALF_YEAR = 180;
    private static final int QUARTER = 90;
    private static final int MOST = 11;
    private static final int MOST_CONTROLLED = 5;

    private Schedules() {}

    /** Whether it may not be refilled. */
    static boolean isWithoutRefills(Drug drug) {
        return SECOND.equals(drug.schedule());
    }

    private static boolean isHalfYear(Drug drug) {
        return THIRD.equals(drug.schedule()) || FOURTH.equals(drug.schedule());
    }

    /** Days from the writing on within which it may be filled. */
    static int validDays(Drug drug) {
        return isWithoutRefills(drug) ? QUARTER : isHalfYear(drug) ? HALF_YEAR : YEAR;
    }

    /** How often a drug that is taken all year is prescribed in a year. */
    static int yearlyPrescriptions(Drug drug, int days) {
        if (isWithoutRefills(drug)) {
            return Math.max(1, YEAR / days);
        }
        return isHalfYear(drug) ? 2 : 1;
    }

    /** Refills of a drug that is taken all the time. */
    static int refills(Drug drug, int days) {
        if (isWithoutRefills(drug)) {
            return 0;
        }
        int fills = Math.round(validDays(drug) / (float) days);
        return Math.max(0, Math.min(fills - 1, isHalfYear(drug) ? MOST_CONTROLLED : MOST));
    }
}
