package io.github.clinicaldata.support;

import io.github.clinicaldata.record.Coded;
import io.github.clinicaldata.record.Field;
import io.github.clinicaldata.record.RecordSchema;
import io.github.clinicaldata.record.Text;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record as plain strings by path, read from its schema without any encoder: what every format
 * has to give back. Absent values and empty lists are left out.
 */
public final class FlatRecord {
    private FlatRecord() {}

    /**
     * Flattens a record.
     *
     * @param separator between a group's name and its fields'
     * @throws NullPointerException when a field that is not optional answers null
     */
    public static <R> Map<String, String> of(RecordSchema<R> schema, R record, String separator) {
        Map<String, String> flat = new LinkedHashMap<>();
        add("", schema, record, separator, flat);
        return flat;
    }

    private static <R> void add(
            String prefix,
            RecordSchema<R> schema,
            R record,
            String separator,
            Map<String, String> flat) {
        for (Field<R> field : schema.fields()) {
            String path = prefix + field.name();
            if (field instanceof Field.GroupField<R, ?> group) {
                addGroup(path, group, record, separator, flat);
            } else {
                String value = value(field, record);
                if (value == null && !isOptional(field)) {
                    throw new NullPointerException(path + " is null in " + record);
                }
                if (value != null) {
                    flat.put(path, value);
                }
            }
        }
    }

    private static <R, G> void addGroup(
            String path,
            Field.GroupField<R, G> group,
            R record,
            String separator,
            Map<String, String> flat) {
        G part = group.value().apply(record);
        if (part != null) {
            add(path + separator, group.schema(), part, separator, flat);
        } else if (!group.optional()) {
            throw new NullPointerException(path + " is null in " + record);
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
        }
        throw new IllegalArgumentException("Unknown type of field " + field);
    }

    private static @Nullable String string(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    /** Whether a field may be absent; lists may be empty. */
    public static boolean isOptional(Field<?> field) {
        return field instanceof Field.TextField<?> text && text.optional()
                || field instanceof Field.DateField<?> date && date.optional()
                || field instanceof Field.CodeField<?> code && code.optional()
                || field instanceof Field.GroupField<?, ?> group && group.optional()
                || field instanceof Field.TextListField<?>;
    }

    /** The paths of all fields of a schema in their order, groups taken apart. */
    public static List<String> paths(RecordSchema<?> schema, String separator) {
        List<String> paths = new ArrayList<>();
        for (Field<?> field : schema.fields()) {
            if (field instanceof Field.GroupField<?, ?> group) {
                paths(group.schema(), separator)
                        .forEach(path -> paths.add(field.name() + separator + path));
            } else {
                paths.add(field.name());
            }
        }
        return Collections.unmodifiableList(paths);
    }
}
