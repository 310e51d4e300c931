package io.github.clinicaldata.format.x12.validate;

import java.math.BigDecimal;

/** Reads and shows amounts of money. */
final class Amounts {
    private static final int MOST_CHARACTERS = 18;

    private Amounts() {}

    /** Cents, or 0 where the text is no amount. */
    static long cents(String text) {
        if (text.isEmpty() || text.length() > MOST_CHARACTERS) {
            return 0;
        }
        try {
            return new BigDecimal(text).movePointRight(2).longValue();
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** Dollars and cents. */
    static String show(long cents) {
        return BigDecimal.valueOf(cents, 2).toPlainString();
    }
}
