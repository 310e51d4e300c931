package io.github.clinicaldata.format.protobuf;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import io.github.clinicaldata.format.ByteSink;
import io.github.clinicaldata.format.FieldWriter;
import io.github.clinicaldata.record.Coded;
import io.github.clinicaldata.record.DigitPattern;
import io.github.clinicaldata.record.Field;
import io.github.clinicaldata.record.RecordSchema;
import io.github.clinicaldata.record.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes records as protobuf messages by their schema. Fields find their numbers in the message
 * descriptor by name; absent fields, false and zero are left out, as proto3 does. The bytes are those
 * that protobuf-java would write.
 *
 * @param <R> the type of record
 */
final class MessageWriter<R> {
    private static final int VARINT = 0;
    private static final int LENGTH_DELIMITED = 2;
    private static final int UUID_LENGTH = 36;

    private final FieldWriter<R>[] fields;

    /**
     * Compiles a schema.
     *
     * @throws IllegalArgumentException when the message lacks a field of the schema
     */
    @SuppressWarnings({"unchecked", "rawtypes"})
    MessageWriter(RecordSchema<R> schema, Descriptor message) {
        List<FieldWriter<R>> writers = new ArrayList<>();
        for (Field<R> field : schema.fields()) {
            FieldDescriptor descriptor = message.findFieldByName(field.name());
            if (descriptor == null) {
                throw new IllegalArgumentException(
                        message.getFullName() + " has no field " + field.name());
            }
            writers.add(writer(field, descriptor));
        }
        fields = writers.toArray(new FieldWriter[0]);
    }

    /** Writes a message and its length before it. */
    void writeDelimited(R record, ByteSink sink) {
        int start = sink.size();
        sink.write((byte) 0);
        for (FieldWriter<R> field : fields) {
            field.write(record, sink);
        }
        putLength(sink, start);
    }

    /** Puts the length of what follows into the byte kept free for it, and makes room for more. */
    private static void putLength(ByteSink sink, int at) {
        int length = sink.size() - at - 1;
        int more = (31 - Integer.numberOfLeadingZeros(length | 1)) / 7;
        if (more > 0) {
            sink.insert(at + 1, more);
        }
        for (int i = 0; i < more; i++) {
            sink.set(at + i, (byte) (length & 0x7F | 0x80));
            length >>>= 7;
        }
        sink.set(at + more, (byte) length);
    }

    private static byte[] tag(FieldDescriptor descriptor, int wireType) {
        ByteSink sink = new ByteSink(8);
        sink.writeVarint((long) descriptor.getNumber() << 3 | wireType);
        return sink.toByteArray();
    }

    private static byte[] tagAndLength(FieldDescriptor descriptor, int length) {
        ByteSink sink = new ByteSink(8);
        sink.write(tag(descriptor, LENGTH_DELIMITED));
        sink.writeVarint(length);
        return sink.toByteArray();
    }

    private static <R> FieldWriter<R> writer(Field<R> field, FieldDescriptor descriptor) {
        if (field instanceof Field.TextField<R> text) {
            byte[] tag = tag(descriptor, LENGTH_DELIMITED);
            return (record, sink) -> writeText(tag, text.value().apply(record), sink);
        } else if (field instanceof Field.IdField<R> id) {
            byte[] start = tagAndLength(descriptor, UUID_LENGTH);
            return (record, sink) -> {
                sink.write(start);
                sink.write(id.value().apply(record));
            };
        } else if (field instanceof Field.DigitsField<R> digits) {
            DigitPattern pattern = digits.pattern();
            byte[] start = tagAndLength(descriptor, pattern.length());
            return (record, sink) -> {
                sink.write(start);
                sink.write(pattern, digits.value().applyAsLong(record));
            };
        } else if (field instanceof Field.DateField<R> date) {
            return dateWriter(descriptor, date.value());
        } else if (field instanceof Field.CodeField<R> code) {
            return codeWriter(descriptor, code);
        } else if (field instanceof Field.IntegerField<R> integer) {
            byte[] tag = tag(descriptor, VARINT);
            return (record, sink) -> {
                int number = integer.value().applyAsInt(record);
                if (number != 0) {
                    sink.write(tag);
                    sink.writeVarint(number);
                }
            };
        } else if (field instanceof Field.BooleanField<R> bool) {
            return boolWriter(tag(descriptor, VARINT), bool);
        } else if (field instanceof Field.TextListField<R> texts) {
            byte[] tag = tag(descriptor, LENGTH_DELIMITED);
            return (record, sink) -> {
                for (Text text : texts.value().apply(record)) {
                    sink.write(tag);
                    sink.writeVarint(text.length());
                    sink.write(text);
                }
            };
        } else if (field instanceof Field.GroupField<R, ?> group) {
            return groupWriter(descriptor, group);
        }
        throw new IllegalArgumentException("Unknown type of field " + field);
    }

    private static void writeText(byte[] tag, @Nullable Text text, ByteSink sink) {
        if (text != null && text.length() > 0) {
            sink.write(tag);
            sink.writeVarint(text.length());
            sink.write(text);
        }
    }

    private static <R> FieldWriter<R> boolWriter(byte[] tag, Field.BooleanField<R> bool) {
        return (record, sink) -> {
            if (bool.value().test(record)) {
                sink.write(tag);
                sink.write((byte) 1);
            }
        };
    }

    /** Dates are {@code google.type.Date}: year 1, month 2, day 3; years from 128 to 9999. */
    private static <R> FieldWriter<R> dateWriter(
            FieldDescriptor descriptor, Function<R, @Nullable LocalDate> value) {
        byte[] start = tagAndLength(descriptor, 7);
        return (record, sink) -> {
            LocalDate date = value.apply(record);
            if (date != null) {
                sink.write(start);
                sink.write((byte) 0x08);
                sink.writeVarint(date.getYear());
                sink.write((byte) 0x10);
                sink.write((byte) date.getMonthValue());
                sink.write((byte) 0x18);
                sink.write((byte) date.getDayOfMonth());
            }
        };
    }

    /** Enum values end in the name of the constant, after the prefix that protobuf's style asks for. */
    private static <R> FieldWriter<R> codeWriter(
            FieldDescriptor descriptor, Field.CodeField<R> code) {
        EnumDescriptor type = descriptor.getEnumType();
        String unspecified = type.findValueByNumber(0).getName();
        String prefix = unspecified.substring(0, unspecified.lastIndexOf("UNSPECIFIED"));
        byte[] tag = tag(descriptor, VARINT);
        byte[][] whole = new byte[code.values().size()][];
        for (Coded constant : code.values()) {
            EnumValueDescriptor number = type.findValueByName(prefix + constant.name());
            if (number == null) {
                throw new IllegalArgumentException(
                        type.getFullName() + " has no value " + prefix + constant.name());
            }
            ByteSink sink = new ByteSink(8);
            sink.write(tag);
            sink.writeVarint(number.getNumber());
            whole[((Enum<?>) constant).ordinal()] = sink.toByteArray();
        }
        return (record, sink) -> {
            Coded constant = code.value().apply(record);
            if (constant != null) {
                sink.write(whole[((Enum<?>) constant).ordinal()]);
            }
        };
    }

    private static <R, G> FieldWriter<R> groupWriter(
            FieldDescriptor descriptor, Field.GroupField<R, G> group) {
        byte[] tag = tag(descriptor, LENGTH_DELIMITED);
        MessageWriter<G> message = new MessageWriter<>(group.schema(), descriptor.getMessageType());
        return (record, sink) -> {
            G part = group.value().apply(record);
            if (part != null) {
                sink.write(tag);
                message.writeDelimited(part, sink);
            }
        };
    }
}
