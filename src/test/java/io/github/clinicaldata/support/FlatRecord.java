package io.github.clinicaldata.support;

import io.github.clinicaldata.record.Coded;
import io.github.clinicaldata.record.Field;
import io.github.clinicaldata.record.RecordSchema;
import io.github.clinicaldata.record.Text;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * A record as plain strings by path, read from its schema without any encoder: what every format
 * has to give back. Absent values and empty lists are left out.
 */
public final class FlatRecord {
    private static final DateTimeFormatter DATE_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

    private final String separator;
    private final BiFunction<Field<?>, String, String> comparable;
    private final Map<String, String> flat;

    private FlatRecord(
            String separator,
            BiFunction<Field<?>, String, String> comparable,
            Map<String, String> flat) {
        this.separator = separator;
        this.comparable = comparable;
        this.flat = flat;
    }

    /** A path without the positions in lists that it leads through. */
    public static String withoutPositions(String path) {
        return path.replaceAll("\\.[0-9]+\\.", ".");
    }

    /**
     * Flattens a record.
     *
     * @param separator between a group's name and its fields'
     * @throws NullPointerException when a field that is not optional answers null
     */
    public static <R> Map<String, String> of(RecordSchema<R> schema, R record, String separator) {
        return of(schema, record, separator, (field, value) -> value);
    }

    /**
     * Flattens a record.
     *
     * @param comparable what of a value is kept
     */
    public static <R> Map<String, String> of(
            RecordSchema<R> schema,
            R record,
            String separator,
            BiFunction<Field<?>, String, String> comparable) {
        Map<String, String> flat = new LinkedHashMap<>();
        new FlatRecord(separator, comparable, flat).add("", schema, record);
        return flat;
    }

    private <R> void add(String prefix, RecordSchema<R> schema, R record) {
        for (Field<R> field : schema.fields()) {
            String path = prefix + field.name();
            if (field instanceof Field.GroupField<R, ?> group) {
                addGroup(path, group, record);
            } else if (field instanceof Field.GroupListField<R, ?> groups) {
                addGroups(path, groups, record);
            } else {
                String value = value(field, record);
                if (value == null && !isOptional(field)) {
                    throw new NullPointerException(path + " is null in " + record);
                }
                if (value != null) {
                    flat.put(path, comparable.apply(field, value));
                }
            }
        }
    }

    private <R, G> void addGroup(String path, Field.GroupField<R, G> group, R record) {
        G part = group.value().apply(record);
        if (part != null) {
            add(path + separator, group.schema(), part);
        } else if (!group.optional()) {
            throw new NullPointerException(path + " is null in " + record);
        }
    }

    private <R, G> void addGroups(String path, Field.GroupListField<R, G> groups, R record) {
        List<G> parts = groups.value().apply(record);
        for (int i = 0; i < parts.size(); i++) {
            add(path + separator + i + separator, groups.schema(), parts.get(i));
        }
    }

    private static <R> @Nullable String value(Field<R> field, R record) {
        if (field instanceof Field.TextField<R> text) {
            return string(text.value().apply(record));
        } else if (field instanceof Field.IdField<R> id) {
            return string(id.value().apply(record));
        } else if (field instanceof Field.DigitsField<R> digits) {
            return digits.pattern().format(digits.value().applyAsLong(record));
        } else if (field instanceof Field.DateField<R> date) {
            return string(date.value().apply(record));
        } else if (field instanceof Field.CodeField<R> code) {
            Coded constant = code.value().apply(record);
            return constant == null ? null : constant.code().toString();
        } else if (field instanceof Field.IntegerField<R> integer) {
            return Integer.toString(integer.value().applyAsInt(record));
        } else if (field instanceof Field.BooleanField<R> bool) {
            return Boolean.toString(bool.value().test(record));
        } else if (field instanceof Field.TextListField<R> texts) {
            List<Text> all = texts.value().apply(record);
            return all.isEmpty()
                    ? null
                    : String.join(";", all.stream().map(Text::toString).toList());
        } else if (field instanceof Field.DecimalField<R> decimal) {
            long number = decimal.value().applyAsLong(record);
            return number == Field.DecimalField.ABSENT
                    ? null
                    : BigDecimal.valueOf(number, decimal.decimals().applyAsInt(record))
                            .toPlainString();
        } else if (field instanceof Field.DateTimeField<R> dateTime) {
            OffsetDateTime moment = dateTime.value().apply(record);
            return moment == null ? null : DATE_TIME.format(moment);
        }
        throw new IllegalArgumentException("Unknown type of field " + field);
    }

    private static @Nullable String string(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    /** Whether a field may be absent; lists may be empty. */
    public static boolean isOptional(Field<?> field) {
        return field.optional() || field instanceof Field.TextListField<?>;
    }

    /** The paths of all fields of a schema in their order, groups taken apart. */
    public static List<String> paths(RecordSchema<?> schema, String separator) {
        List<String> paths = new ArrayList<>();
        for (Field<?> field : schema.fields()) {
            if (field instanceof Field.GroupField<?, ?> group) {
                paths(group.schema(), separator)
                        .forEach(path -> paths.add(field.name() + separator + path));
            } else if (field instanceof Field.GroupListField<?, ?> groups) {
                paths(groups.schema(), separator)
                        .forEach(path -> paths.add(field.name() + separator + path));
            } else {
                paths.add(field.name());
            }
        }
        return Collections.unmodifiableList(paths);
    }
}
