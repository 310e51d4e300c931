package io.github.clinicaldata.transport.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;
import com.google.type.Date;
import io.github.clinicaldata.record.Coded;
import io.github.clinicaldata.record.Field;
import io.github.clinicaldata.record.RecordSchema;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** Compares a message with the JSON object of the same record, field by field. */
final class JsonTwin {
    private JsonTwin() {}

    static void assertSame(Message message, JsonNode json, RecordSchema<?> schema) {
        for (Field<?> field : schema.fields()) {
            FieldDescriptor byName = message.getDescriptorForType().findFieldByName(field.name());
            FieldDescriptor descriptor =
                    byName != null
                            ? byName
                            : message.getDescriptorForType()
                                    .findFieldByName(field.name() + "_cents");
            if (json.has(field.name())) {
                assertSameValue(field, message.getField(descriptor), json.get(field.name()));
            } else {
                assertThat(message.getAllFields()).doesNotContainKey(descriptor);
            }
        }
    }

    private static void assertSameValue(Field<?> field, Object value, JsonNode json) {
        String name = field.name();
        if (value instanceof Date date) {
            assertThat("%04d-%02d-%02d".formatted(date.getYear(), date.getMonth(), date.getDay()))
                    .as(name)
                    .isEqualTo(json.asText());
        } else if (field instanceof Field.CodeField<?> code) {
            assertThat(((EnumValueDescriptor) value).getName())
                    .as(name)
                    .endsWith("_" + constant(code.values(), json.asText()));
        } else if (field instanceof Field.GroupField<?, ?> group) {
            assertSame((Message) value, json, group.schema());
        } else if (field instanceof Field.GroupListField<?, ?> groups) {
            List<?> parts = (List<?>) value;
            assertThat(parts).as(name).hasSize(json.size());
            for (int i = 0; i < parts.size(); i++) {
                assertSame((Message) parts.get(i), json.get(i), groups.schema());
            }
        } else if (field instanceof Field.DecimalField<?>) {
            double number = value instanceof Long cents ? cents / 100.0 : (Double) value;
            assertThat(number).as(name).isEqualTo(json.asDouble());
        } else if (value instanceof Timestamp moment) {
            assertThat(moment.getSeconds())
                    .as(name)
                    .isEqualTo(OffsetDateTime.parse(json.asText()).toEpochSecond());
        } else if (value instanceof List<?> values) {
            List<String> texts = new ArrayList<>();
            json.forEach(each -> texts.add(each.asText()));
            assertThat(values).as(name).hasToString(texts.toString());
        } else {
            assertThat(String.valueOf(value)).as(name).isEqualTo(json.asText());
        }
    }

    private static String constant(List<? extends Coded> values, String code) {
        return values.stream()
                .filter(value -> value.code().toString().equals(code))
                .findFirst()
                .orElseThrow()
                .name();
    }
}
