package io.github.clinicaldata.plan;

import io.github.clinicaldata.record.Knob;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the parameters of a request one by one and collects what is wrong with them, so that a
 * client learns all of it at once. Not safe for use by several threads.
 */
public final class Parameters {
    /** The first year of dates. */
    static final int FIRST_YEAR = 1970;

    /** The last year of dates. */
    static final int LAST_YEAR = 2100;

    private final Map<String, List<String>> given;
    private final Set<String> known = new LinkedHashSet<>();
    private final List<FieldProblem> problems = new ArrayList<>();
    private boolean unreadable;

    /** Reads these parameters, each with all its values. */
    public Parameters(Map<String, List<String>> given) {
        this.given = given;
    }

    /** The one value of a parameter, or null when it was not given. */
    public @Nullable String text(String name) {
        boolean first = known.add(name);
        List<String> values = given.getOrDefault(name, List.of());
        if (first && values.size() > 1) {
            problem(name, "was given " + values.size() + " times; once is allowed");
        }
        return values.isEmpty() ? null : values.get(0);
    }

    /** A whole number between two bounds. */
    public long wholeNumber(String name, long defaultValue, long low, long high) {
        return wholeNumber(name, defaultValue, low, high, "");
    }

    /**
     * A whole number between two bounds, where a word that the caller has looked for is allowed
     * too.
     */
    long wholeNumberOr(String word, String name, long defaultValue, long low, long high) {
        return wholeNumber(name, defaultValue, low, high, ", or " + word);
    }

    private long wholeNumber(
            String name, long defaultValue, long low, long high, String alternative) {
        String value = text(name);
        if (value == null) {
            return defaultValue;
        }
        try {
            long number = parseLong(value);
            if (number >= low && number <= high) {
                return number;
            }
            problem(name, quoted(value) + " must be from " + low + " to " + high + alternative);
        } catch (NumberFormatException e) {
            unreadable(name, value, "a whole number from " + low + " to " + high + alternative);
        }
        return defaultValue;
    }

    /**
     * Reads digits, with a minus sign before them or not; the JDK also reads plus signs and the
     * digits of other scripts.
     *
     * @throws NumberFormatException when it is something else or too large
     */
    public static long parseLong(String value) {
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
            if (date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR) {
                return date;
            }
            problem(
                    name,
                    "%s must be a date of the years %d to %d"
                            .formatted(quoted(value), FIRST_YEAR, LAST_YEAR));
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
    public Optional<String> choice(String name, List<String> allowed) {
        String value = text(name);
        if (value != null && !allowed.contains(value)) {
            problem(name, quoted(value) + " must be one of " + String.join(", ", allowed));
            return Optional.empty();
        }
        return Optional.ofNullable(value);
    }

    /** The value of a knob, if one was given that it takes. */
    Optional<String> knob(Knob<?> knob) {
        if (!knob.allowed().isEmpty()) {
            return choice(knob.name(), knob.allowed());
        }
        String value = text(knob.name());
        if (value != null && knob.parser().apply(value).isEmpty()) {
            problem(knob.name(), quoted(value) + " must be " + knob.form());
            return Optional.empty();
        }
        return Optional.ofNullable(value);
    }

    /** Whether something was wrong so far. */
    boolean hasProblems() {
        return !problems.isEmpty();
    }

    /** Says that a value can be read and is not allowed. */
    public void problem(String name, String issue) {
        problems.add(new FieldProblem(name, issue));
    }

    /** Says that a value can't be read. */
    public void unreadable(String name, String value, String expected) {
        unreadable = true;
        problem(name, quoted(value) + " is not " + expected);
    }

    /** A value as refusals show it, cut where it is long. */
    public static String quoted(String value) {
        String shown = value.length() > 60 ? value.substring(0, 60) + "…" : value;
        return '"' + shown + '"';
    }

    /**
     * Refuses the request when anything was wrong or a parameter was given that nobody read.
     *
     * @throws PlanRejected with all that was wrong
     */
    public void refuseProblems() {
        for (String name : given.keySet()) {
            if (!known.contains(name)) {
                problem(name, "is not known here; " + NearestName.hint(name, known));
            }
        }
        if (!problems.isEmpty()) {
            throw unreadable
                    ? new PlanRejected.Unreadable(problems)
                    : new PlanRejected.InvalidValue(problems);
        }
    }
}
