package io.github.clinicaldata.format.protobuf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import com.google.protobuf.MessageOrBuilder;
import com.google.protobuf.Parser;
import com.google.type.Date;
import io.github.clinicaldata.contract.RecordFormatContract;
import io.github.clinicaldata.format.RecordFormat;
import io.github.clinicaldata.proto.v1.Member;
import io.github.clinicaldata.proto.v1.Provider;
import io.github.clinicaldata.record.Coded;
import io.github.clinicaldata.record.Field;
import io.github.clinicaldata.record.RecordKind;
import io.github.clinicaldata.record.RecordSchema;
import io.github.clinicaldata.support.World;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProtobufFormatTest extends RecordFormatContract {
    private static final Map<String, Parser<? extends Message>> GENERATED =
            Map.of("members", Member.parser(), "providers", Provider.parser());

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
                java.util.Objects.requireNonNull(GENERATED.get(kind.name()));
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
                    message.getDescriptorForType().findFieldByName(field.name());
            String path = prefix + field.name();
            if (descriptor.isRepeated()) {
                List<?> values = (List<?>) message.getField(descriptor);
                if (!values.isEmpty()) {
                    to.put(path, String.join(";", values.stream().map(Object::toString).toList()));
                }
            } else if (field instanceof Field.BooleanField<?>) {
                to.put(path, message.getField(descriptor).toString());
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
        if (value instanceof Date date) {
            return LocalDate.of(date.getYear(), date.getMonth(), date.getDay()).toString();
        }
        if (field instanceof Field.CodeField<?> code) {
            return code.values().stream()
                    .filter(constant -> value.toString().endsWith("_" + constant.name()))
                    .min(java.util.Comparator.comparingInt(constant -> -constant.name().length()))
                    .map(Coded::code)
                    .orElseThrow()
                    .toString();
        }
        return value.toString();
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
                .extracting(FieldDescriptor::getName)
                .containsExactlyElementsOf(schema.fields().stream().map(Field::name).toList());
        for (Field<?> field : schema.fields()) {
            FieldDescriptor descriptor = message.findFieldByName(field.name());
            if (field instanceof Field.GroupField<?, ?> group) {
                assertSameFields(group.schema(), descriptor.getMessageType());
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
