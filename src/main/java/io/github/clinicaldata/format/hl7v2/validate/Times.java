package io.github.clinicaldata.format.hl7v2.validate;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Reads days and moments (TS). */
final class Times {
    /** No moment. */
    static final long NONE = Long.MIN_VALUE;

    private static final int DAY = 8;
    private static final int MINUTE = 12;
    private static final int SECOND = 14;

    private Times() {}

    /** Year, month and day, or empty where the text has none that exists. */
    static String day(String text) {
        if (text.length() < DAY || !isDigits(text, 0, DAY)) {
            return "";
        }
        try {
            LocalDate.of(number(text, 0, 4), number(text, 4, 6), number(text, 6, 8));
            return text.substring(0, DAY);
        } catch (DateTimeException e) {
            return "";
        }
    }

    /** Whether a text has a distance from UTC. */
    static boolean hasZone(String text) {
        int length = text.length();
        return length > DAY
                && (text.charAt(length - 5) == '+' || text.charAt(length - 5) == '-')
                && isDigits(text, length - 4, length);
    }

    /** Seconds since 1970, or {@link #NONE} where the text is no moment with its zone. */
    static long moment(String text) {
        if (day(text).isEmpty()
                || !hasZone(text)
                || text.length() < MINUTE + 5
                || !isDigits(text, DAY, MINUTE)) {
            return NONE;
        }
        boolean hasSeconds = text.length() >= SECOND + 5 && isDigits(text, MINUTE, SECOND);
        try {
            LocalDateTime local =
                    LocalDateTime.of(
                            number(text, 0, 4),
                            number(text, 4, 6),
                            number(text, 6, 8),
                            number(text, 8, 10),
                            number(text, 10, 12),
                            hasSeconds ? number(text, MINUTE, SECOND) : 0);
            int zone = text.length() - 5;
            int hours = number(text, zone + 1, zone + 3);
            int minutes = number(text, zone + 3, zone + 5);
            int sign = text.charAt(zone) == '-' ? -1 : 1;
            return local.toEpochSecond(ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes));
        } catch (DateTimeException e) {
            return NONE;
        }
    }

    /** Whether the first moment is known to be after the second one. */
    static boolean isAfter(String first, String second) {
        long one = moment(first);
        long other = moment(second);
        if (one != NONE && other != NONE) {
            return one > other;
        }
        return isDayAfter(first, second);
    }

    /** Whether the first day is known to be after the second one. */
    static boolean isDayAfter(String first, String second) {
        String one = day(first);
        String other = day(second);
        return !one.isEmpty() && !other.isEmpty() && one.compareTo(other) > 0;
    }

    static boolean isDigits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text.substring(from, to));
    }
}
