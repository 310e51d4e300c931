package io.github.clinicaldata.format.x12.answer;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * Values of a file that its answer repeats. Whatever was sent, what comes out can stand in the
 * answer: no delimiter, nothing that is not printed, neither too short nor too long.
 */
final class Echo {
    /** The day where a file says none that is one. */
    private static final String NO_DAY = "19700101";

    private static final int DAY = 8;
    private static final int MOST_DIGITS = 9;

    private Echo() {}

    /** Text without what the answer can't have, cut at a length. */
    static String text(String given, int longest) {
        StringBuilder text = new StringBuilder(Math.min(given.length(), longest));
        for (int i = 0; i < given.length() && text.length() < longest; i++) {
            char each = given.charAt(i);
            text.append(each <= ' ' || each > 'z' || "*:^~|".indexOf(each) >= 0 ? ' ' : each);
        }
        return text.toString().strip();
    }

    /** Text that has to be there: something else stands for what is too short. */
    static String text(String given, int shortest, int longest, String otherwise) {
        String text = text(given, longest);
        return text.length() < shortest ? otherwise : text;
    }

    /** A control number as it was sent, without zeros before it; 1 for what is none. */
    static String number(String given) {
        return isDigits(given) && given.length() <= MOST_DIGITS && Long.parseLong(given) > 0
                ? Long.toString(Long.parseLong(given))
                : "1";
    }

    /** A count as it was sent; another one for what is none. */
    static long count(String given, long otherwise) {
        return isDigits(given) && given.length() <= 6 ? Long.parseLong(given) : otherwise;
    }

    private static boolean isDigits(String text) {
        return !text.isEmpty() && text.chars().allMatch(each -> each >= '0' && each <= '9');
    }

    /** Whether a text is a day, CCYYMMDD. */
    static boolean isDay(String text) {
        if (text.length() != DAY || !isDigits(text)) {
            return false;
        }
        try {
            LocalDate.of(
                    Integer.parseInt(text.substring(0, 4)),
                    Integer.parseInt(text.substring(4, 6)),
                    Integer.parseInt(text.substring(6)));
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** A day as it was sent: that of the group, or of the interchange, or a fixed one. */
    static String day(String ofGroup, String ofInterchange) {
        if (isDay(ofGroup)) {
            return ofGroup;
        }
        String longer = "20" + ofInterchange;
        return isDay(longer) ? longer : NO_DAY;
    }

    /** A time of hours and minutes as it was sent; midnight for what is none. */
    static String time(String given) {
        boolean right =
                given.length() >= 4
                        && isDigits(given.substring(0, 4))
                        && given.substring(0, 2).compareTo("24") < 0
                        && given.substring(2, 4).compareTo("60") < 0;
        return right ? given.substring(0, 4) : "0000";
    }

    /** An amount in cents, without zeros at the end. */
    static String money(long cents) {
        BigDecimal dollars = BigDecimal.valueOf(cents, 2).stripTrailingZeros();
        return dollars.signum() == 0 ? "0" : dollars.toPlainString();
    }
}
