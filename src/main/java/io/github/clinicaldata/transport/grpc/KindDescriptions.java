package io.github.clinicaldata.transport.grpc;

import io.github.clinicaldata.format.RecordFormat;
import io.github.clinicaldata.plan.Catalog;
import io.github.clinicaldata.proto.v1.FieldDescription;
import io.github.clinicaldata.proto.v1.FieldType;
import io.github.clinicaldata.proto.v1.FilterDescription;
import io.github.clinicaldata.proto.v1.KindDescription;
import io.github.clinicaldata.proto.v1.KnobDescription;
import io.github.clinicaldata.proto.v1.ListKindsResponse;
import io.github.clinicaldata.record.Coded;
import io.github.clinicaldata.record.Field;
import io.github.clinicaldata.record.Knob;
import io.github.clinicaldata.record.RecordFilter;
import io.github.clinicaldata.record.RecordKind;
import io.github.clinicaldata.record.RecordSchema;
import java.util.List;

/** Describes the catalog in messages. */
final class KindDescriptions {
    private KindDescriptions() {}

    /** All kinds, in the order of their names. */
    static ListKindsResponse of(Catalog catalog) {
        ListKindsResponse.Builder all = ListKindsResponse.newBuilder();
        for (RecordKind<?> kind : catalog.kinds()) {
            all.addKinds(kind(kind, catalog.formats(kind)));
        }
        return all.build();
    }

    private static KindDescription kind(RecordKind<?> kind, List<RecordFormat> formats) {
        KindDescription.Builder description =
                KindDescription.newBuilder()
                        .setName(kind.name())
                        .setDescription(kind.description())
                        .addAllFields(fields(kind.schema()));
        formats.forEach(format -> description.addFormats(format.name()));
        kind.filters().forEach(filter -> description.addFilters(filter(filter)));
        kind.knobs().forEach(knob -> description.addKnobs(knob(knob)));
        return description.build();
    }

    private static <R> List<FieldDescription> fields(RecordSchema<R> schema) {
        return schema.fields().stream().map(KindDescriptions::field).toList();
    }

    private static FieldDescription field(Field<?> field) {
        FieldDescription.Builder description =
                FieldDescription.newBuilder()
                        .setName(field.name())
                        .setType(type(field))
                        .setDescription(field.description());
        if (field instanceof Field.CodeField<?> code) {
            for (Coded value : code.values()) {
                description.addValues(value.code().toString());
            }
        } else if (field instanceof Field.GroupField<?, ?> group) {
            description.addAllFields(fields(group.schema()));
        } else if (field instanceof Field.GroupListField<?, ?> groups) {
            description.addAllFields(fields(groups.schema()));
        }
        return description.build();
    }

    private static FieldType type(Field<?> field) {
        if (field instanceof Field.TextField<?>) {
            return FieldType.FIELD_TYPE_TEXT;
        } else if (field instanceof Field.IdField<?>) {
            return FieldType.FIELD_TYPE_ID;
        } else if (field instanceof Field.DigitsField<?>) {
            return FieldType.FIELD_TYPE_DIGITS;
        } else if (field instanceof Field.DateField<?>) {
            return FieldType.FIELD_TYPE_DATE;
        } else if (field instanceof Field.CodeField<?>) {
            return FieldType.FIELD_TYPE_CODE;
        } else if (field instanceof Field.IntegerField<?>) {
            return FieldType.FIELD_TYPE_INTEGER;
        } else if (field instanceof Field.BooleanField<?>) {
            return FieldType.FIELD_TYPE_BOOLEAN;
        } else if (field instanceof Field.TextListField<?>) {
            return FieldType.FIELD_TYPE_TEXT_LIST;
        } else if (field instanceof Field.GroupField<?, ?>) {
            return FieldType.FIELD_TYPE_GROUP;
        } else if (field instanceof Field.DecimalField<?>) {
            return FieldType.FIELD_TYPE_DECIMAL;
        } else if (field instanceof Field.DateTimeField<?>) {
            return FieldType.FIELD_TYPE_DATE_TIME;
        } else if (field instanceof Field.GroupListField<?, ?>) {
            return FieldType.FIELD_TYPE_GROUP_LIST;
        }
        throw new IllegalArgumentException("Unknown type of field " + field);
    }

    private static FilterDescription filter(RecordFilter<?> filter) {
        return FilterDescription.newBuilder()
                .setName(filter.name())
                .setDescription(filter.description())
                .setAllowed(filter.allowed())
                .setExample(filter.example())
                .build();
    }

    private static KnobDescription knob(Knob<?> knob) {
        return KnobDescription.newBuilder()
                .setName(knob.name())
                .setDescription(knob.description())
                .addAllAllowed(knob.allowed())
                .setForm(knob.form())
                .build();
    }
}
