package io.github.clinicaldata.format.protobuf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.Message;
import com.google.protobuf.MessageOrBuilder;
import com.google.protobuf.Parser;
import com.google.type.Date;
import io.github.clinicaldata.contract.RecordFormatContract;
import io.github.clinicaldata.format.RecordFormat;
import io.github.clinicaldata.record.Coded;
import io.github.clinicaldata.record.Field;
import io.github.clinicaldata.record.RecordKind;
import io.github.clinicaldata.record.RecordSchema;
import io.github.clinicaldata.support.World;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProtobufFormatTest extends RecordFormatContract {
    @Override
    protected RecordFormat format() {
        return World.format("protobuf");
    }

    @Override
    protected <R> List<Map<String, String>> read(
            RecordKind<R> kind, RecordSchema<R> schema, byte[] stream) throws Exception {
        List<Map<String, String>> records = new ArrayList<>();
        for (Message message : messages(kind, stream)) {
            assertThat(message.getUnknownFields().asMap()).isEmpty();
            Map<String, String> flat = new LinkedHashMap<>();
            add("", schema, message, flat);
            records.add(flat);
        }
        return records;
    }

    private static List<Message> messages(RecordKind<?> kind, byte[] stream) throws Exception {
        Parser<? extends Message> parser =
                World.MESSAGES.stream()
                        .filter(mapping -> mapping.kind().equals(kind.name()))
                        .map(mapping -> DynamicMessage.getDefaultInstance(mapping.message()))
                        .findFirst()
                        .orElseThrow()
                        .getParserForType();
        List<Message> messages = new ArrayList<>();
        ByteArrayInputStream input = new ByteArrayInputStream(stream);
        for (Message next = parser.parseDelimitedFrom(input);
                next != null;
                next = parser.parseDelimitedFrom(input)) {
            messages.add(next);
        }
        return messages;
    }

    private static void add(
            String prefix,
            RecordSchema<?> schema,
            MessageOrBuilder message,
            Map<String, String> to) {
        for (Field<?> field : schema.fields()) {
            FieldDescriptor descriptor =
                    MessageWriter.descriptor(message.getDescriptorForType(), field);
            String path = prefix + field.name();
            if (field instanceof Field.GroupListField<?, ?> groups) {
                List<?> parts = (List<?>) message.getField(descriptor);
                for (int i = 0; i < parts.size(); i++) {
                    add(path + "." + i + ".", groups.schema(), (Message) parts.get(i), to);
                }
            } else if (descriptor.isRepeated()) {
                List<?> values = (List<?>) message.getField(descriptor);
                if (!values.isEmpty()) {
                    to.put(path, String.join(";", values.stream().map(Object::toString).toList()));
                }
            } else if (field instanceof Field.BooleanField<?>
                    || field instanceof Field.IntegerField<?>) {
                to.put(path, message.getField(descriptor).toString());
            } else if (field instanceof Field.DecimalField<?> && !descriptor.hasPresence()) {
                to.put(path, decimal(message.getField(descriptor)));
            } else if (message.hasField(descriptor)) {
                Object value = message.getField(descriptor);
                if (field instanceof Field.GroupField<?, ?> group) {
                    add(path + ".", group.schema(), (Message) value, to);
                } else {
                    to.put(path, string(field, value));
                }
            }
        }
    }

    private static String string(Field<?> field, Object value) {
        if (field instanceof Field.DateField<?>) {
            Message date = (Message) value;
            return LocalDate.of(number(date, "year"), number(date, "month"), number(date, "day"))
                    .toString();
        }
        if (field instanceof Field.CodeField<?> code) {
            return code.values().stream()
                    .filter(constant -> value.toString().endsWith("_" + constant.name()))
                    .min(java.util.Comparator.comparingInt(constant -> -constant.name().length()))
                    .map(Coded::code)
                    .orElseThrow()
                    .toString();
        }
        if (field instanceof Field.DateTimeField<?>) {
            Message moment = (Message) value;
            Object seconds =
                    moment.getField(moment.getDescriptorForType().findFieldByName("seconds"));
            return Instant.ofEpochSecond((Long) seconds).toString();
        }
        return field instanceof Field.DecimalField<?> ? decimal(value) : value.toString();
    }

    private static int number(Message message, String field) {
        return (Integer) message.getField(message.getDescriptorForType().findFieldByName(field));
    }

    private static String decimal(Object value) {
        return value instanceof Long cents
                ? BigDecimal.valueOf(cents, 2).stripTrailingZeros().toPlainString()
                : BigDecimal.valueOf((Double) value).stripTrailingZeros().toPlainString();
    }

    /** A double has no trailing zeros, and a timestamp no distance from UTC. */
    @Override
    protected String comparable(Field<?> field, String value) {
        if (field instanceof Field.DecimalField<?>) {
            return new BigDecimal(value).stripTrailingZeros().toPlainString();
        }
        return field instanceof Field.DateTimeField<?>
                ? OffsetDateTime.parse(value).toInstant().toString()
                : value;
    }

    @Test
    void bytes_areThoseThatProtobufJavaWrites() throws Exception {
        long[] indexes = java.util.stream.LongStream.range(0, 2_000).toArray();
        for (RecordKind<?> kind : kinds()) {
            byte[] stream = World.stream(kind, format(), World.POPULATION, indexes);
            ByteArrayOutputStream again = new ByteArrayOutputStream();
            for (Message message : messages(kind, stream)) {
                message.writeDelimitedTo(again);
            }
            assertThat(stream).isEqualTo(again.toByteArray());
        }
    }

    @Test
    void everyMessage_hasExactlyTheFieldsOfItsSchema_inItsOrder() {
        assertThat(World.MESSAGES).hasSameSizeAs(World.KINDS);
        for (ProtobufMapping mapping : World.MESSAGES) {
            RecordKind<?> kind = World.catalog().kind(mapping.kind()).orElseThrow();
            assertSameFields(kind.schema(), mapping.message());
        }
    }

    private static void assertSameFields(RecordSchema<?> schema, Descriptor message) {
        assertThat(message.getFields())
                .as(message.getFullName())
                .extracting(descriptor -> descriptor.getName().replaceAll("_cents$", ""))
                .containsExactlyElementsOf(schema.fields().stream().map(Field::name).toList());
        for (Field<?> field : schema.fields()) {
            FieldDescriptor descriptor = MessageWriter.descriptor(message, field);
            if (field instanceof Field.GroupField<?, ?> group) {
                assertSameFields(group.schema(), descriptor.getMessageType());
            } else if (field instanceof Field.GroupListField<?, ?> groups) {
                assertThat(descriptor.isRepeated()).as(descriptor.getFullName()).isTrue();
                assertSameFields(groups.schema(), descriptor.getMessageType());
            } else if (field instanceof Field.DecimalField<?> decimal) {
                assertThat(descriptor.hasPresence())
                        .as("%s is optional in both", descriptor.getFullName())
                        .isEqualTo(decimal.optional());
            } else if (field instanceof Field.CodeField<?> code) {
                assertThat(descriptor.getEnumType().getValues())
                        .as("%s: unspecified and each constant", descriptor.getFullName())
                        .hasSize(code.values().size() + 1);
            } else if (field instanceof Field.DateField<?>) {
                assertThat(descriptor.getMessageType()).isEqualTo(Date.getDescriptor());
            }
        }
    }

    @Test
    void enumValues_carryTheirTypesNameAndBeginUnspecified() {
        for (ProtobufMapping mapping : World.MESSAGES) {
            for (FieldDescriptor field : mapping.message().getFields()) {
                if (field.getJavaType() == FieldDescriptor.JavaType.ENUM) {
                    String type = field.getEnumType().getName();
                    String prefix =
                            type.replaceAll("([a-z])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT)
                                    + "_";
                    assertThat(field.getEnumType().getValues())
                            .allMatch(value -> value.getName().startsWith(prefix));
                    assertThat(field.getEnumType().findValueByNumber(0).getName())
                            .isEqualTo(prefix + "UNSPECIFIED");
                }
            }
        }
    }

    @Test
    void aKindWithoutMessage_isNotSupported() {
        ProtobufFormat empty = new ProtobufFormat(List.of());
        assertThat(empty.supports(World.MEMBERS)).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> empty.encoder(World.MEMBERS, World.MEMBERS.schema()))
                .withMessageContaining("members");
    }
}
