package io.github.clinicaldata.format.x12.validate;

import java.time.DateTimeException;
import java.time.LocalDate;

/** Reads dates as X12 writes them. */
final class Dates {
    /** Stands for what is no date. */
    static final long NONE = Long.MIN_VALUE;

    private static final int DAY = 8;
    private static final int RANGE = 17;
    private static final int MOMENT = 12;
    private static final int CLOCK = 4;

    private Dates() {}

    /** The day of eight digits, in days since 1970-01-01, or {@link #NONE}. */
    static long day(String text) {
        if (text.length() != DAY || !isDigits(text)) {
            return NONE;
        }
        try {
            return LocalDate.of(
                            Integer.parseInt(text.substring(0, 4)),
                            Integer.parseInt(text.substring(4, 6)),
                            Integer.parseInt(text.substring(6)))
                    .toEpochDay();
        } catch (DateTimeException e) {
            return NONE;
        }
    }

    /** The first day of a value that a qualifier tells how to read, or {@link #NONE}. */
    static long first(String qualifier, String value) {
        return value.length() >= DAY && isValid(qualifier, value) && !qualifier.equals("TM")
                ? day(value.substring(0, DAY))
                : NONE;
    }

    /** The last day of a value that a qualifier tells how to read, or {@link #NONE}. */
    static long last(String qualifier, String value) {
        return qualifier.equals("RD8") && isValid(qualifier, value)
                ? day(value.substring(DAY + 1))
                : first(qualifier, value);
    }

    /** Whether a value is what its qualifier says; others than these are taken as they are. */
    static boolean isValid(String qualifier, String value) {
        return switch (qualifier) {
            case "D8" -> day(value) != NONE;
            case "RD8" ->
                    value.length() == RANGE
                            && value.charAt(DAY) == '-'
                            && day(value.substring(0, DAY)) != NONE
                            && day(value.substring(DAY + 1)) != NONE;
            case "DT" ->
                    value.length() == MOMENT
                            && day(value.substring(0, DAY)) != NONE
                            && isClock(value.substring(DAY));
            case "TM" -> isClock(value);
            default -> true;
        };
    }

    private static boolean isClock(String value) {
        return value.length() == CLOCK
                && isDigits(value)
                && Integer.parseInt(value.substring(0, 2)) < 24
                && Integer.parseInt(value.substring(2)) < 60;
    }

    /** Whether a text has digits only. */
    static boolean isDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty();
    }
}
