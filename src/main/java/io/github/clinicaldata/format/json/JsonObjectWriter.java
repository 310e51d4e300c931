package io.github.clinicaldata.format.json;

import io.github.clinicaldata.format.ByteSink;
import io.github.clinicaldata.format.FieldWriter;
import io.github.clinicaldata.record.Coded;
import io.github.clinicaldata.record.DigitPattern;
import io.github.clinicaldata.record.Field;
import io.github.clinicaldata.record.RecordId;
import io.github.clinicaldata.record.RecordSchema;
import io.github.clinicaldata.record.Text;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Writes records as JSON objects by their schema. Absent fields are left out; the first field is
 * never absent, so that every other one can carry its comma.
 *
 * @param <R> the type of record
 */
public final class JsonObjectWriter<R> {
    private final FieldWriter<R>[] fields;

    /** Compiles a schema. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    public JsonObjectWriter(RecordSchema<R> schema) {
        List<FieldWriter<R>> writers = new ArrayList<>();
        String before = "{";
        for (Field<R> field : schema.fields()) {
            if (writers.isEmpty() && isOptional(field)) {
                throw new IllegalArgumentException(
                        schema.name() + " begins with the optional field " + field.name());
            }
            writers.add(writer(field, before + "\"" + field.name() + "\":"));
            before = ",";
        }
        fields = writers.toArray(new FieldWriter[0]);
    }

    /** Writes one object. */
    public void write(R record, ByteSink sink) {
        for (FieldWriter<R> field : fields) {
            field.write(record, sink);
        }
        sink.write((byte) '}');
    }

    private static boolean isOptional(Field<?> field) {
        return field instanceof Field.TextField<?> text && text.optional()
                || field instanceof Field.DateField<?> date && date.optional()
                || field instanceof Field.CodeField<?> code && code.optional()
                || field instanceof Field.GroupField<?, ?> group && group.optional();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static <R> FieldWriter<R> writer(Field<R> field, String prefix) {
        if (field instanceof Field.TextField<R> text) {
            return new TextWriter<>(ascii(prefix), text.value());
        } else if (field instanceof Field.IdField<R> id) {
            return new IdWriter<>(ascii(prefix + '"'), id.value());
        } else if (field instanceof Field.DigitsField<R> digits) {
            return new DigitsWriter<>(ascii(prefix + '"'), digits.pattern(), digits.value());
        } else if (field instanceof Field.DateField<R> date) {
            return new DateWriter<>(ascii(prefix + '"'), date.value());
        } else if (field instanceof Field.CodeField<R> code) {
            return new CodeWriter<>(code.values(), prefix, code.value());
        } else if (field instanceof Field.IntegerField<R> integer) {
            return new IntegerWriter<>(ascii(prefix), integer.value());
        } else if (field instanceof Field.BooleanField<R> bool) {
            return new BooleanWriter<>(
                    ascii(prefix + "true"), ascii(prefix + "false"), bool.value());
        } else if (field instanceof Field.TextListField<R> texts) {
            return new TextListWriter<>(ascii(prefix + '['), texts.value());
        } else if (field instanceof Field.GroupField<R, ?> group) {
            return groupWriter(ascii(prefix), group);
        }
        throw new IllegalArgumentException("Unknown type of field " + field);
    }

    private static <R, G> FieldWriter<R> groupWriter(byte[] prefix, Field.GroupField<R, G> group) {
        return new GroupWriter<>(prefix, group.value(), new JsonObjectWriter<>(group.schema()));
    }

    private record TextWriter<R>(byte[] prefix, Function<R, @Nullable Text> value)
            implements FieldWriter<R> {
        @Override
        public void write(R record, ByteSink sink) {
            Text text = value.apply(record);
            if (text != null) {
                sink.write(prefix);
                JsonText.write(text, sink);
            }
        }
    }

    private record IdWriter<R>(byte[] prefix, Function<R, RecordId> value)
            implements FieldWriter<R> {
        @Override
        public void write(R record, ByteSink sink) {
            sink.write(prefix);
            sink.write(value.apply(record));
            sink.write((byte) '"');
        }
    }

    private record DigitsWriter<R>(byte[] prefix, DigitPattern pattern, ToLongFunction<R> value)
            implements FieldWriter<R> {
        @Override
        public void write(R record, ByteSink sink) {
            sink.write(prefix);
            sink.write(pattern, value.applyAsLong(record));
            sink.write((byte) '"');
        }
    }

    private record DateWriter<R>(byte[] prefix, Function<R, @Nullable LocalDate> value)
            implements FieldWriter<R> {
        @Override
        public void write(R record, ByteSink sink) {
            LocalDate date = value.apply(record);
            if (date != null) {
                sink.write(prefix);
                sink.write(date);
                sink.write((byte) '"');
            }
        }
    }

    /** Codes are few, so each is kept with its prefix and quotes. */
    private static final class CodeWriter<R> implements FieldWriter<R> {
        private final byte[][] whole;
        private final Function<R, ? extends @Nullable Coded> value;

        CodeWriter(
                List<? extends Coded> values,
                String prefix,
                Function<R, ? extends @Nullable Coded> value) {
            this.value = value;
            whole = new byte[values.size()][];
            for (Coded code : values) {
                whole[((Enum<?>) code).ordinal()] = ascii(prefix + '"' + code.code() + '"');
            }
        }

        @Override
        public void write(R record, ByteSink sink) {
            Coded code = value.apply(record);
            if (code != null) {
                sink.write(whole[((Enum<?>) code).ordinal()]);
            }
        }
    }

    private record IntegerWriter<R>(byte[] prefix, ToIntFunction<R> value)
            implements FieldWriter<R> {
        @Override
        public void write(R record, ByteSink sink) {
            sink.write(prefix);
            sink.writeDecimal(value.applyAsInt(record));
        }
    }

    private record BooleanWriter<R>(byte[] yes, byte[] no, Predicate<R> value)
            implements FieldWriter<R> {
        @Override
        public void write(R record, ByteSink sink) {
            sink.write(value.test(record) ? yes : no);
        }
    }

    private record TextListWriter<R>(byte[] prefix, Function<R, List<Text>> value)
            implements FieldWriter<R> {
        @Override
        public void write(R record, ByteSink sink) {
            sink.write(prefix);
            List<Text> texts = value.apply(record);
            for (int i = 0; i < texts.size(); i++) {
                if (i > 0) {
                    sink.write((byte) ',');
                }
                JsonText.write(texts.get(i), sink);
            }
            sink.write((byte) ']');
        }
    }

    private record GroupWriter<R, G>(
            byte[] prefix, Function<R, @Nullable G> value, JsonObjectWriter<G> object)
            implements FieldWriter<R> {
        @Override
        public void write(R record, ByteSink sink) {
            G group = value.apply(record);
            if (group != null) {
                sink.write(prefix);
                object.write(group, sink);
            }
        }
    }
}
