package io.github.clinicaldata.format.protobuf;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import io.github.clinicaldata.format.ByteSink;
import io.github.clinicaldata.format.FieldWriter;
import io.github.clinicaldata.format.FusedWriter;
import io.github.clinicaldata.format.GroupWriter;
import io.github.clinicaldata.format.Literal;
import io.github.clinicaldata.record.Coded;
import io.github.clinicaldata.record.DigitPattern;
import io.github.clinicaldata.record.Field;
import io.github.clinicaldata.record.RecordId;
import io.github.clinicaldata.record.RecordSchema;
import io.github.clinicaldata.record.Text;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes records as protobuf messages by their schema. Fields find their numbers in the message
 * descriptor by name; absent fields, false and zero are left out, as proto3 does. The bytes are
 * those that protobuf-java would write.
 *
 * @param <R> the type of record
 */
final class MessageWriter<R> implements FieldWriter<R> {
    private static final String CENTS = "_cents";
    private static final int VARINT = 0;
    private static final int FIXED_64 = 1;
    private static final int LENGTH_DELIMITED = 2;
    private static final int UUID_LENGTH = 36;
    private static final double[] POWERS_OF_TEN = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};

    private final Literal before;

    /** As many bytes as the length mostly takes: two for whole records, one for their parts. */
    private final Literal freeForLength;

    private final FieldWriter<R> fields;

    /**
     * Compiles a schema.
     *
     * @throws IllegalArgumentException when the message lacks a field of the schema
     */
    MessageWriter(RecordSchema<R> schema, Descriptor message) {
        this(schema, message, Literal.EMPTY, 2);
    }

    private MessageWriter(
            RecordSchema<R> schema, Descriptor message, Literal before, int lengthBytes) {
        this.before = before;
        freeForLength = Literal.of(new byte[lengthBytes]);
        List<FieldWriter<R>> writers = new ArrayList<>();
        for (Field<R> field : schema.fields()) {
            writers.add(writer(field, descriptor(message, field)));
        }
        fields = FusedWriter.of(writers);
    }

    /** Decimals are a double by their name, or whole cents by their name and {@code _cents}. */
    static FieldDescriptor descriptor(Descriptor message, Field<?> field) {
        FieldDescriptor descriptor = message.findFieldByName(field.name());
        if (descriptor == null && field instanceof Field.DecimalField<?>) {
            descriptor = message.findFieldByName(field.name() + CENTS);
        }
        if (descriptor == null) {
            throw new IllegalArgumentException(
                    message.getFullName() + " has no field " + field.name());
        }
        return descriptor;
    }

    /** Writes the tag of a part, the message's length and the message. */
    @Override
    public void write(R record, ByteSink sink) {
        sink.write(before);
        int start = sink.size();
        sink.write(freeForLength);
        fields.write(record, sink);
        putLength(sink, start, freeForLength.length());
    }

    /** Puts the length of what follows into the bytes kept free for it, and makes them fit. */
    private static void putLength(ByteSink sink, int at, int free) {
        int length = sink.size() - at - free;
        int last = (31 - Integer.numberOfLeadingZeros(length | 1)) / 7;
        if (last + 1 != free) {
            sink.shift(at + free, last + 1 - free);
        }
        for (int i = 0; i < last; i++) {
            sink.set(at + i, (byte) (length & 0x7F | 0x80));
            length >>>= 7;
        }
        sink.set(at + last, (byte) length);
    }

    private static byte[] tag(FieldDescriptor descriptor, int wireType) {
        ByteSink sink = new ByteSink(8);
        sink.writeVarint((long) descriptor.getNumber() << 3 | wireType);
        return sink.toByteArray();
    }

    private static byte[] tagAndValue(FieldDescriptor descriptor, int wireType, int value) {
        ByteSink sink = new ByteSink(16);
        sink.write(tag(descriptor, wireType));
        sink.writeVarint(value);
        return sink.toByteArray();
    }

    private static <R> FieldWriter<R> writer(Field<R> field, FieldDescriptor descriptor) {
        if (field instanceof Field.TextField<R> text) {
            Literal tag = Literal.of(tag(descriptor, LENGTH_DELIMITED));
            return (record, sink) -> writeText(tag, text.value().apply(record), sink);
        } else if (field instanceof Field.IdField<R> id) {
            Literal start = Literal.of(tagAndValue(descriptor, LENGTH_DELIMITED, UUID_LENGTH));
            return (record, sink) -> {
                RecordId value = id.value().apply(record);
                if (value != null) {
                    sink.write(start);
                    sink.write(value);
                }
            };
        } else if (field instanceof Field.DigitsField<R> digits) {
            int length = digits.pattern().length();
            byte[] start = tagAndValue(descriptor, LENGTH_DELIMITED, length);
            DigitPattern pattern = digits.pattern().between(start, new byte[0]);
            return (record, sink) -> sink.write(pattern, digits.value().applyAsLong(record));
        } else if (field instanceof Field.DateField<R> date) {
            return dateWriter(descriptor, date.value());
        } else if (field instanceof Field.CodeField<R> code) {
            return codeWriter(descriptor, code);
        } else if (field instanceof Field.IntegerField<R> integer) {
            return integerWriter(Literal.of(tag(descriptor, VARINT)), integer);
        } else if (field instanceof Field.BooleanField<R> bool) {
            return boolWriter(Literal.of(tagAndValue(descriptor, VARINT, 1)), bool);
        } else if (field instanceof Field.TextListField<R> texts) {
            Literal tag = Literal.of(tag(descriptor, LENGTH_DELIMITED));
            return (record, sink) -> writeTexts(tag, texts.value().apply(record), sink);
        } else if (field instanceof Field.GroupField<R, ?> group) {
            return groupWriter(descriptor, group);
        } else if (field instanceof Field.DecimalField<R> decimal) {
            return descriptor.getName().endsWith(CENTS)
                    ? centsWriter(Literal.of(tag(descriptor, VARINT)), decimal)
                    : doubleWriter(Literal.of(tag(descriptor, FIXED_64)), decimal);
        } else if (field instanceof Field.DateTimeField<R> dateTime) {
            return timestampWriter(descriptor, dateTime.value());
        } else if (field instanceof Field.GroupListField<R, ?> groups) {
            return groupListWriter(descriptor, groups);
        }
        throw new IllegalArgumentException("Unknown type of field " + field);
    }

    private static void writeText(Literal tag, @Nullable Text text, ByteSink sink) {
        if (text != null && text.length() > 0) {
            sink.writeDelimited(tag, text);
        }
    }

    private static void writeTexts(Literal tag, List<Text> texts, ByteSink sink) {
        for (int i = 0; i < texts.size(); i++) {
            sink.writeDelimited(tag, texts.get(i));
        }
    }

    private static <R> FieldWriter<R> integerWriter(Literal tag, Field.IntegerField<R> integer) {
        return (record, sink) -> {
            int number = integer.value().applyAsInt(record);
            if (number != 0) {
                sink.write(tag);
                sink.writeVarint(number);
            }
        };
    }

    private static <R> FieldWriter<R> boolWriter(Literal yes, Field.BooleanField<R> bool) {
        return (record, sink) -> {
            if (bool.value().test(record)) {
                sink.write(yes);
            }
        };
    }

    /** Dates are {@code google.type.Date}: year 1, month 2, day 3; years from 128 to 9999. */
    private static <R> FieldWriter<R> dateWriter(
            FieldDescriptor descriptor, Function<R, @Nullable LocalDate> value) {
        Literal start = Literal.of(tagAndValue(descriptor, LENGTH_DELIMITED, 7));
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

    /**
     * Enum values end in the name of the constant, after the prefix that protobuf's style asks for.
     */
    private static <R> FieldWriter<R> codeWriter(
            FieldDescriptor descriptor, Field.CodeField<R> code) {
        EnumDescriptor type = descriptor.getEnumType();
        String unspecified = type.findValueByNumber(0).getName();
        String prefix = unspecified.substring(0, unspecified.lastIndexOf("UNSPECIFIED"));
        Literal[] whole = new Literal[code.values().size()];
        for (Coded constant : code.values()) {
            EnumValueDescriptor number = type.findValueByName(prefix + constant.name());
            if (number == null) {
                throw new IllegalArgumentException(
                        type.getFullName() + " has no value " + prefix + constant.name());
            }
            whole[((Enum<?>) constant).ordinal()] =
                    Literal.of(tagAndValue(descriptor, VARINT, number.getNumber()));
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
        Literal tag = Literal.of(tag(descriptor, LENGTH_DELIMITED));
        MessageWriter<G> message =
                new MessageWriter<>(group.schema(), descriptor.getMessageType(), tag, 1);
        return new GroupWriter<>(group.value(), message, Literal.EMPTY);
    }

    private static <R, G> FieldWriter<R> groupListWriter(
            FieldDescriptor descriptor, Field.GroupListField<R, G> groups) {
        Literal tag = Literal.of(tag(descriptor, LENGTH_DELIMITED));
        MessageWriter<G> message =
                new MessageWriter<>(groups.schema(), descriptor.getMessageType(), tag, 1);
        return (record, sink) -> {
            List<G> parts = groups.value().apply(record);
            for (int i = 0; i < parts.size(); i++) {
                message.write(parts.get(i), sink);
            }
        };
    }

    /** Optional numbers are so in the message too: a zero that is there is written. */
    private static <R> FieldWriter<R> centsWriter(Literal tag, Field.DecimalField<R> decimal) {
        return (record, sink) -> {
            long cents = decimal.value().applyAsLong(record);
            if (cents == Field.DecimalField.ABSENT || cents == 0 && !decimal.optional()) {
                return;
            }
            sink.write(tag);
            sink.writeVarint(cents);
        };
    }

    /** As for cents. */
    private static <R> FieldWriter<R> doubleWriter(Literal tag, Field.DecimalField<R> decimal) {
        return (record, sink) -> {
            long number = decimal.value().applyAsLong(record);
            if (number == Field.DecimalField.ABSENT || number == 0 && !decimal.optional()) {
                return;
            }
            double value = number / POWERS_OF_TEN[decimal.decimals().applyAsInt(record)];
            sink.write(tag);
            sink.writeFixed64(Double.doubleToRawLongBits(value));
        };
    }

    /** Moments are {@code google.protobuf.Timestamp}: seconds 1 since 1970 in UTC. */
    private static <R> FieldWriter<R> timestampWriter(
            FieldDescriptor descriptor, Function<R, @Nullable OffsetDateTime> value) {
        Literal tag = Literal.of(tag(descriptor, LENGTH_DELIMITED));
        return (record, sink) -> {
            OffsetDateTime moment = value.apply(record);
            if (moment != null) {
                sink.write(tag);
                int start = sink.size();
                sink.write((byte) 0);
                long seconds = moment.toEpochSecond();
                if (seconds != 0) {
                    sink.write((byte) 0x08);
                    sink.writeVarint(seconds);
                }
                sink.set(start, (byte) (sink.size() - start - 1));
            }
        };
    }
}
