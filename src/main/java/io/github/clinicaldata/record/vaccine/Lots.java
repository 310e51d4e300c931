package io.github.clinicaldata.record.vaccine;

import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.TextBuilder;
import io.github.clinicaldata.record.random.Mixer;
import java.time.LocalDate;

/**
 * Lots of vaccine: each belongs to a product and the six weeks in which it was made, and four are
 * in use at a time. Their numbers are invented and begin with SYN.
 */
final class Lots {
    private static final int PERIOD = 42;
    private static final int AT_A_TIME = 4;
    private static final int DIGITS = 4;
    private static final int NUMBERS = 10_000;

    /** Days from making to use for each month that a lot keeps: a quarter of its life. */
    private static final int DAYS_OF_A_MONTH = 8;

    /** All influenza vaccine of a season expires at the end of June. */
    private static final int JUNE = 6;

    private static final String INFLUENZA = "influenza";

    private Lots() {}

    /** The number of the six weeks in which the lots were made that are in use on a day. */
    private static int period(Product product, int day) {
        int made = day - DAYS_OF_A_MONTH * product.shelfMonths();
        return Math.max(0, made - start(product)) / PERIOD;
    }

    /** Products of all times are counted from 1970 on. */
    private static int start(Product product) {
        return Math.max(0, product.from());
    }

    /**
     * The lot number of a dose.
     *
     * @param day on which it is given, since 1970-01-01
     * @param source who gives it; neighbours use the same lots
     */
    static Text number(Product product, int day, long source, TextBuilder builder) {
        int lot = (int) (Mixer.mix(source) >>> 62);
        int number = period(product, day) * AT_A_TIME + lot;
        return builder.start().append(product.lotPrefix()).digits(number % NUMBERS, DIGITS).build();
    }

    /** The last day of the month in which the lots expire that are in use on a day. */
    static LocalDate expiration(Product product, int day) {
        int made = Math.min(day, start(product) + period(product, day) * PERIOD);
        LocalDate expiration = LocalDate.ofEpochDay(made).plusMonths(product.shelfMonths());
        if (product.groups().get(0).equals(INFLUENZA)) {
            LocalDate given = LocalDate.ofEpochDay(day);
            int year = given.getMonthValue() > JUNE ? given.getYear() + 1 : given.getYear();
            LocalDate endOfSeason = LocalDate.of(year, JUNE, 1);
            expiration = expiration.isBefore(endOfSeason) ? expiration : endOfSeason;
        }
        return expiration.withDayOfMonth(expiration.lengthOfMonth());
    }
}
