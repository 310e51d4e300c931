package io.github.clinicaldata.plan;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.jspecify.annotations.Nullable;

/**
 * Reads the parameters of a request one by one and collects what is wrong with them, so that a client
 * learns all of it at once. Not safe for use by several threads.
 */
final class Parameters {
    private static final int NEAR = 4;

    private final Map<String, List<String>> given;
    private final Set<String> known = new LinkedHashSet<>();
    private final List<FieldProblem> problems = new ArrayList<>();
    private boolean unreadable;

    Parameters(Map<String, List<String>> given) {
        this.given = given;
    }

    /** The one value of a parameter, or null when it was not given. */
    @Nullable String text(String name) {
        known.add(name);
        List<String> values = given.getOrDefault(name, List.of());
        if (values.size() > 1) {
            problem(name, "was given " + values.size() + " times; once is allowed");
        }
        return values.isEmpty() ? null : values.get(0);
    }

    /** A whole number between two bounds. */
    long wholeNumber(String name, long defaultValue, long low, long high) {
        String value = text(name);
        if (value == null) {
            return defaultValue;
        }
        try {
            long number = parseLong(value);
            if (number >= low && number <= high) {
                return number;
            }
            problem(name, quoted(value) + " must be from " + low + " to " + high);
        } catch (NumberFormatException e) {
            unreadable(name, value, "a whole number from " + low + " to " + high);
        }
        return defaultValue;
    }

    /**
     * Reads digits, with a minus sign before them or not; the JDK also reads plus signs and the digits
     * of other scripts.
     *
     * @throws NumberFormatException when it is something else or too large
     */
    static long parseLong(String value) {
        for (int i = value.startsWith("-") ? 1 : 0; i < value.length(); i++) {
            if (value.charAt(i) < '0' || value.charAt(i) > '9') {
                throw new NumberFormatException(value);
            }
        }
        return Long.parseLong(value);
    }

    /** A calendar date. */
    LocalDate date(String name, LocalDate defaultValue) {
        String value = text(name);
        if (value == null) {
            return defaultValue;
        }
        try {
            LocalDate date = LocalDate.parse(value);
            if (date.getYear() >= 1970 && date.getYear() <= 2100) {
                return date;
            }
            problem(name, quoted(value) + " must be a date of the years 1970 to 2100");
        } catch (DateTimeParseException e) {
            unreadable(name, value, "a date such as 2026-01-31");
        }
        return defaultValue;
    }

    /** Yes or no. */
    boolean bool(String name, boolean defaultValue) {
        String value = text(name);
        if (value == null || value.equals("true") || value.equals("false")) {
            return value == null ? defaultValue : value.equals("true");
        }
        unreadable(name, value, "true or false");
        return defaultValue;
    }

    /** One of some words. */
    Optional<String> choice(String name, List<String> allowed) {
        String value = text(name);
        if (value != null && !allowed.contains(value)) {
            problem(name, quoted(value) + " must be one of " + String.join(", ", allowed));
            return Optional.empty();
        }
        return Optional.ofNullable(value);
    }

    /** Says that a value can be read and is not allowed. */
    void problem(String name, String issue) {
        problems.add(new FieldProblem(name, issue));
    }

    /** Says that a value can't be read. */
    void unreadable(String name, String value, String expected) {
        unreadable = true;
        problem(name, quoted(value) + " is not " + expected);
    }

    static String quoted(String value) {
        String shown = value.length() > 60 ? value.substring(0, 60) + "…" : value;
        return '"' + shown + '"';
    }

    /** Refuses the request when anything was wrong or a parameter was given that nobody read. */
    void refuseProblems() {
        for (String name : given.keySet()) {
            if (!known.contains(name)) {
                problem(name, "is not known here; " + suggestion(name));
            }
        }
        if (!problems.isEmpty()) {
            throw unreadable
                    ? new PlanRejected.Unreadable(problems)
                    : new PlanRejected.InvalidValue(problems);
        }
    }

    private String suggestion(String name) {
        String nearest = "";
        int distance = NEAR + 1;
        for (String candidate : known) {
            int itsDistance = LevenshteinDistance.getDefaultInstance().apply(name, candidate);
            if (itsDistance < distance) {
                distance = itsDistance;
                nearest = candidate;
            }
        }
        return distance <= NEAR
                ? "did you mean " + nearest + "?"
                : "known are " + String.join(", ", known);
    }
}
