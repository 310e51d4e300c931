package io.github.clinicaldata.record.filter;

import io.github.clinicaldata.record.Coded;
import io.github.clinicaldata.record.RecordFilter;
import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.world.PlanYears;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Makes filters. */
public final class Filters {
    /** The largest age that a filter takes, in years. */
    public static final int OLDEST = 120;

    private static final String YES_OR_NO = "true or false";
    private static final String DATE_WORDS = "a date such as 2025-07-01";

    private Filters() {}

    /** The codes of an enum's constants. */
    public static List<String> codes(Coded... values) {
        return Arrays.stream(values).map(value -> value.code().toString()).toList();
    }

    /** A filter that takes one or several values of a list, separated by commas. */
    public static <R> RecordFilter<R> oneOf(
            String name,
            String description,
            List<String> allowed,
            Function<R, @Nullable Text> value) {
        return oneOf(name, description, allowed, allowed.get(0), value);
    }

    /**
     * A filter that takes one or several values of a list, separated by commas.
     *
     * @param example one that is not rare, since it is shown to those who try the filter
     */
    public static <R> RecordFilter<R> oneOf(
            String name,
            String description,
            List<String> allowed,
            String example,
            Function<R, @Nullable Text> value) {
        String words = "one or several of " + String.join(", ", allowed);
        if (!allowed.contains(example)) {
            throw new IllegalArgumentException(name + ": " + example + " is not " + words);
        }
        return new RecordFilter<>(
                name,
                description,
                words,
                example,
                (given, population) -> {
                    Set<Text> wanted = new LinkedHashSet<>();
                    for (String each : given.split(",", -1)) {
                        if (!allowed.contains(each)) {
                            throw new IllegalArgumentException(words);
                        }
                        wanted.add(Text.of(each));
                    }
                    Text only = wanted.size() == 1 ? wanted.iterator().next() : null;
                    return only != null
                            ? record -> only.equals(value.apply(record))
                            : record -> {
                                Text actual = value.apply(record);
                                return actual != null && wanted.contains(actual);
                            };
                });
    }

    /** A filter by the youngest age, in years on the population's {@code asOf}. */
    public static <R> RecordFilter<R> ageFrom(String name, Function<R, LocalDate> birthDate) {
        return age(name, "Youngest age in years on the as_of date", birthDate, (a, b) -> a - b);
    }

    /** A filter by the oldest age, in years on the population's {@code asOf}. */
    public static <R> RecordFilter<R> ageTo(String name, Function<R, LocalDate> birthDate) {
        return age(name, "Oldest age in years on the as_of date", birthDate, (a, b) -> b - a);
    }

    private static <R> RecordFilter<R> age(
            String name,
            String description,
            Function<R, LocalDate> birthDate,
            IntBinaryOperator surplus) {
        String words = "a whole number from 0 to " + OLDEST;
        return new RecordFilter<>(
                name,
                description,
                words,
                "18",
                (given, population) -> {
                    int limit = wholeNumber(given, words);
                    LocalDate asOf = population.asOf();
                    return record ->
                            surplus.applyAsInt(years(birthDate.apply(record), asOf), limit) >= 0;
                });
    }

    /** A filter by the first day, of a day in days since 1970-01-01. */
    public static <R> RecordFilter<R> dayFrom(
            String name, String description, ToIntFunction<R> day) {
        return day(name, description, first -> record -> day.applyAsInt(record) >= first);
    }

    /** A filter by the last day, of a day in days since 1970-01-01. */
    public static <R> RecordFilter<R> dayTo(String name, String description, ToIntFunction<R> day) {
        return day(name, description, last -> record -> day.applyAsInt(record) <= last);
    }

    private static <R> RecordFilter<R> day(
            String name, String description, IntFunction<Predicate<R>> condition) {
        String words = "a date such as 2025-07-01";
        return new RecordFilter<>(
                name,
                description,
                words,
                "2025-07-01",
                (given, population) -> condition.apply((int) date(given, words).toEpochDay()));
    }

    private static LocalDate date(String given, String words) {
        try {
            return LocalDate.parse(given);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(words, e);
        }
    }

    /**
     * A filter by plan year, which has the name of the calendar year in which it begins.
     *
     * @param day of the record, in days since 1970-01-01
     */
    public static <R> RecordFilter<R> planYear(ToIntFunction<R> day) {
        String words = "the year in which a plan year begins, such as 2025";
        return new RecordFilter<>(
                "plan_year",
                "Plan year of the service; it begins on the anniversary of the epoch",
                words,
                "2025",
                (given, population) -> {
                    if (!given.matches("[0-9]{4}")) {
                        throw new IllegalArgumentException(words);
                    }
                    int epoch = population.epoch().getYear();
                    int years = Integer.parseInt(given) - epoch;
                    int ahead = PlanYears.known(population) - PlanYears.CURRENT;
                    if (years < -PlanYears.BACK || years >= ahead) {
                        throw new RecordFilter.NotInPopulation(
                                "a plan year of the population, from %d to %d"
                                        .formatted(epoch - PlanYears.BACK, epoch + ahead - 1));
                    }
                    long first = population.epoch().plusYears(years).toEpochDay();
                    long end = population.epoch().plusYears(years + 1L).toEpochDay();
                    return record -> {
                        int actual = day.applyAsInt(record);
                        return actual >= first && actual < end;
                    };
                });
    }

    private static int wholeNumber(String given, String words) {
        if (!given.matches("-?[0-9]{1,9}")) {
            throw new NumberFormatException(words);
        }
        int number = Integer.parseInt(given);
        if (number < 0 || number > OLDEST) {
            throw new IllegalArgumentException(words);
        }
        return number;
    }

    /** A filter by the first date, included. */
    public static <R> RecordFilter<R> dateFrom(
            String name, String description, Function<R, LocalDate> date) {
        return new RecordFilter<>(
                name,
                description,
                DATE_WORDS,
                "2025-01-01",
                (given, population) -> {
                    LocalDate first = date(given);
                    return record -> !date.apply(record).isBefore(first);
                });
    }

    /** A filter by the last date, included. */
    public static <R> RecordFilter<R> dateTo(
            String name, String description, Function<R, LocalDate> date) {
        return new RecordFilter<>(
                name,
                description,
                DATE_WORDS,
                "2025-12-31",
                (given, population) -> {
                    LocalDate last = date(given);
                    return record -> !date.apply(record).isAfter(last);
                });
    }

    private static LocalDate date(String given) {
        if (!given.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
            throw new IllegalArgumentException(DATE_WORDS);
        }
        try {
            return LocalDate.parse(given);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(DATE_WORDS, e);
        }
    }

    /** A filter by yes or no. */
    public static <R> RecordFilter<R> yesOrNo(String name, String description, Predicate<R> value) {
        return new RecordFilter<>(
                name,
                description,
                YES_OR_NO,
                "true",
                (given, population) ->
                        switch (given) {
                            case "true" -> value;
                            case "false" -> value.negate();
                            default -> throw new IllegalArgumentException(YES_OR_NO);
                        });
    }

    /** Whole years from a birth date to a day. */
    public static int years(LocalDate birthDate, LocalDate day) {
        int years = day.getYear() - birthDate.getYear();
        boolean birthdayAhead =
                day.getMonthValue() < birthDate.getMonthValue()
                        || day.getMonthValue() == birthDate.getMonthValue()
                                && day.getDayOfMonth() < birthDate.getDayOfMonth();
        return birthdayAhead ? years - 1 : years;
    }
}
