package io.github.clinicaldata.stream;

import io.github.clinicaldata.format.ByteSink;
import io.github.clinicaldata.record.Field;
import io.github.clinicaldata.record.RecordId;
import io.github.clinicaldata.record.RecordSchema;
import io.github.clinicaldata.record.Text;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes the key of a record: the identifier of the member that it is of, so that all records of a
 * member have the same; the record's id where it is of no member. Found once by the schema.
 *
 * @param <R> the type of record
 */
@FunctionalInterface
interface MemberKeys<R> {
    /** The field of members and of groups that names the member. */
    String FIELD = "member_id";

    /** The group that tells of the member. */
    String GROUP = "member";

    /** Writes the key of a record. */
    void write(R record, ByteSink sink);

    /** The keys of records with a schema. */
    static <R> MemberKeys<R> of(RecordSchema<R> schema) {
        MemberKeys<R> ofMember = find(schema);
        if (ofMember != null) {
            return ofMember;
        }
        MemberKeys<R> id = writer(schema.fields().get(0));
        if (id == null) {
            throw new IllegalStateException(schema.name() + " begins with no id");
        }
        return id;
    }

    private static <R> @Nullable MemberKeys<R> find(RecordSchema<R> schema) {
        for (Field<R> field : schema.fields()) {
            if (field.name().equals(FIELD)) {
                return writer(field);
            }
        }
        for (Field<R> field : schema.fields()) {
            if (field.name().equals(GROUP) && field instanceof Field.GroupField<?, ?>) {
                MemberKeys<R> inside = inside((Field.GroupField<R, ?>) field);
                if (inside != null) {
                    return inside;
                }
            }
        }
        return null;
    }

    private static <R, G> @Nullable MemberKeys<R> inside(Field.GroupField<R, G> field) {
        MemberKeys<G> inside = field.optional() ? null : find(field.schema());
        if (inside == null) {
            return null;
        }
        Function<R, ? extends @Nullable G> value = field.value();
        return (record, sink) -> {
            G group = value.apply(record);
            if (group != null) {
                inside.write(group, sink);
            }
        };
    }

    private static <R> @Nullable MemberKeys<R> writer(Field<R> field) {
        if (field instanceof Field.DigitsField<R> digits) {
            return (record, sink) ->
                    sink.write(digits.pattern(), digits.value().applyAsLong(record));
        }
        if (field instanceof Field.IdField<R> id) {
            return (record, sink) -> {
                RecordId value = id.value().apply(record);
                if (value != null) {
                    sink.write(value);
                }
            };
        }
        if (field instanceof Field.TextField<R> text) {
            return (record, sink) -> {
                Text value = text.value().apply(record);
                if (value != null) {
                    sink.write(value);
                }
            };
        }
        return null;
    }
}
