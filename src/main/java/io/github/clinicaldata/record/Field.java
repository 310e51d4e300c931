package io.github.clinicaldata.record;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * One field of a record: its name, meaning and how to read it. Formats choose how each type looks.
 *
 * @param <R> the type of record
 */
public sealed interface Field<R> {
    /** The name in lower case with underscores. */
    String name();

    /** The meaning, in a sentence. */
    String description();

    /** Whether records may have no value for it; lists are never absent, but may be empty. */
    default boolean optional() {
        return false;
    }

    /** Text; optional when the function may answer null. */
    record TextField<R>(
            String name, String description, boolean optional, Function<R, @Nullable Text> value)
            implements Field<R> {}

    /** The id of a record; optional when the function may answer null. */
    record IdField<R>(
            String name,
            String description,
            boolean optional,
            Function<R, @Nullable RecordId> value)
            implements Field<R> {}

    /** An identifier made of digits. */
    record DigitsField<R>(
            String name, String description, DigitPattern pattern, ToLongFunction<R> value)
            implements Field<R> {}

    /** A calendar date; optional when the function may answer null. */
    record DateField<R>(
            String name,
            String description,
            boolean optional,
            Function<R, @Nullable LocalDate> value)
            implements Field<R> {}

    /** A value of a closed list; optional when the function may answer null. */
    record CodeField<R>(
            String name,
            String description,
            boolean optional,
            List<? extends Coded> values,
            Function<R, ? extends @Nullable Coded> value)
            implements Field<R> {}

    /** A whole number. */
    record IntegerField<R>(String name, String description, ToIntFunction<R> value)
            implements Field<R> {}

    /** Yes or no. */
    record BooleanField<R>(String name, String description, Predicate<R> value)
            implements Field<R> {}

    /** Several texts, none null, in a stable order. */
    record TextListField<R>(String name, String description, Function<R, List<Text>> value)
            implements Field<R> {}

    /**
     * An exact decimal number: a whole number and how many of its last digits are decimals. Amounts
     * of money are whole cents with two decimals.
     *
     * @param value the number without its point; {@link #ABSENT} when an optional one is not there
     * @param decimals from 0 to {@link #MOST_DECIMALS}
     */
    record DecimalField<R>(
            String name,
            String description,
            boolean optional,
            ToLongFunction<R> value,
            ToIntFunction<R> decimals)
            implements Field<R> {
        /** Stands for a number that is not there. */
        public static final long ABSENT = Long.MIN_VALUE;

        /** The most decimals a number has. */
        public static final int MOST_DECIMALS = 9;
    }

    /** A moment with its distance from UTC; optional when the function may answer null. */
    record DateTimeField<R>(
            String name,
            String description,
            boolean optional,
            Function<R, @Nullable OffsetDateTime> value)
            implements Field<R> {}

    /**
     * Parts of a record that have the same fields, none null, in a stable order.
     *
     * @param <G> the type of a part
     */
    record GroupListField<R, G>(
            String name, String description, Function<R, List<G>> value, RecordSchema<G> schema)
            implements Field<R> {}

    /**
     * Fields that belong together; optional when the function may answer null.
     *
     * @param <G> the type of the part
     */
    record GroupField<R, G>(
            String name,
            String description,
            boolean optional,
            Function<R, @Nullable G> value,
            RecordSchema<G> schema)
            implements Field<R> {}
}
