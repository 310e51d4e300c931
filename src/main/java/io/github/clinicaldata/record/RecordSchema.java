package io.github.clinicaldata.record;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a kind, declared once. NDJSON, JSON, CSV, protobuf, the OpenAPI document and the
 * data dictionary all follow it.
 *
 * @param name the name of one record, in lower case with underscores
 * @param fields in the order in which they are written; the first is always present
 * @param <R> the type of record
 */
public record RecordSchema<R>(String name, List<Field<R>> fields) {

    /** Checks that field names are unique and that the first field is never absent. */
    public RecordSchema {
        fields = List.copyOf(fields);
        Set<String> names = new HashSet<>();
        for (Field<R> field : fields) {
            if (!names.add(field.name())) {
                throw new IllegalArgumentException(
                        name + " has the field " + field.name() + " twice");
            }
        }
    }

    /** Starts a schema. */
    public static <R> Builder<R> named(String name) {
        return new Builder<>(name);
    }

    /** The same schema without some of its fields. */
    public RecordSchema<R> without(Set<String> names) {
        if (names.isEmpty()) {
            return this;
        }
        return new RecordSchema<>(
                name, fields.stream().filter(field -> !names.contains(field.name())).toList());
    }

    /**
     * Collects the fields of a schema.
     *
     * @param <R> the type of record
     */
    public static final class Builder<R> {
        private static final int MONEY_DECIMALS = 2;

        private final String name;
        private final List<Field<R>> fields = new ArrayList<>();

        private Builder(String name) {
            this.name = name;
        }

        private Builder<R> add(Field<R> field) {
            fields.add(field);
            return this;
        }

        /** Adds the id of a record. */
        public Builder<R> id(String field, Function<R, RecordId> value, String description) {
            return add(new Field.IdField<>(field, description, false, value));
        }

        /** Adds the id of a record that may be absent. */
        public Builder<R> optionalId(
                String field, Function<R, @Nullable RecordId> value, String description) {
            return add(new Field.IdField<>(field, description, true, value));
        }

        /** Adds text that is always there. */
        public Builder<R> text(String field, Function<R, Text> value, String description) {
            return add(new Field.TextField<>(field, description, false, value));
        }

        /** Adds text that may be absent. */
        public Builder<R> optionalText(
                String field, Function<R, @Nullable Text> value, String description) {
            return add(new Field.TextField<>(field, description, true, value));
        }

        /** Adds an identifier made of digits. */
        public Builder<R> digits(
                String field, DigitPattern pattern, ToLongFunction<R> value, String description) {
            return add(new Field.DigitsField<>(field, description, pattern, value));
        }

        /** Adds a date that is always there. */
        public Builder<R> date(String field, Function<R, LocalDate> value, String description) {
            return add(new Field.DateField<>(field, description, false, value));
        }

        /** Adds a date that may be absent. */
        public Builder<R> optionalDate(
                String field, Function<R, @Nullable LocalDate> value, String description) {
            return add(new Field.DateField<>(field, description, true, value));
        }

        /** Adds a value of a closed list that is always there. */
        public <E extends Enum<E> & Coded> Builder<R> code(
                String field, Class<E> type, Function<R, E> value, String description) {
            return add(
                    new Field.CodeField<>(
                            field,
                            description,
                            false,
                            Arrays.asList(type.getEnumConstants()),
                            value));
        }

        /** Adds a value of a closed list that may be absent. */
        public <E extends Enum<E> & Coded> Builder<R> optionalCode(
                String field, Class<E> type, Function<R, @Nullable E> value, String description) {
            return add(
                    new Field.CodeField<>(
                            field,
                            description,
                            true,
                            Arrays.asList(type.getEnumConstants()),
                            value));
        }

        /** Adds a whole number. */
        public Builder<R> integer(String field, ToIntFunction<R> value, String description) {
            return add(new Field.IntegerField<>(field, description, value));
        }

        /** Adds yes or no. */
        public Builder<R> bool(String field, Predicate<R> value, String description) {
            return add(new Field.BooleanField<>(field, description, value));
        }

        /** Adds several texts. */
        public Builder<R> texts(String field, Function<R, List<Text>> value, String description) {
            return add(new Field.TextListField<>(field, description, value));
        }

        /** Adds an amount of money in cents. */
        public Builder<R> money(String field, ToLongFunction<R> cents, String description) {
            return add(
                    new Field.DecimalField<>(
                            field, description, false, cents, record -> MONEY_DECIMALS));
        }

        /** Adds a number with decimals that may be {@link Field.DecimalField#ABSENT}. */
        public Builder<R> optionalDecimal(
                String field,
                ToLongFunction<R> value,
                ToIntFunction<R> decimals,
                String description) {
            return add(new Field.DecimalField<>(field, description, true, value, decimals));
        }

        /** Adds a number with a fixed count of decimals that is always there. */
        public Builder<R> decimal(
                String field, ToLongFunction<R> value, int decimals, String description) {
            return add(
                    new Field.DecimalField<>(field, description, false, value, record -> decimals));
        }

        /** Adds a moment that is always there. */
        public Builder<R> dateTime(
                String field, Function<R, OffsetDateTime> value, String description) {
            return add(new Field.DateTimeField<>(field, description, false, value));
        }

        /** Adds a moment that may be absent. */
        public Builder<R> optionalDateTime(
                String field, Function<R, @Nullable OffsetDateTime> value, String description) {
            return add(new Field.DateTimeField<>(field, description, true, value));
        }

        /** Adds parts of which a record has none, one or several. */
        public <G> Builder<R> groups(
                String field,
                Function<R, List<G>> value,
                RecordSchema<G> schema,
                String description) {
            return add(new Field.GroupListField<>(field, description, value, schema));
        }

        /** Adds fields that belong together and are always there. */
        public <G> Builder<R> group(
                String field, Function<R, G> value, RecordSchema<G> schema, String description) {
            return add(new Field.GroupField<>(field, description, false, value, schema));
        }

        /** Adds fields that belong together and may be absent. */
        public <G> Builder<R> optionalGroup(
                String field,
                Function<R, @Nullable G> value,
                RecordSchema<G> schema,
                String description) {
            return add(new Field.GroupField<>(field, description, true, value, schema));
        }

        /** The schema. */
        public RecordSchema<R> build() {
            return new RecordSchema<>(name, fields);
        }
    }
}
