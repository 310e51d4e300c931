package io.github.clinicaldata.format.json;

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
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
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
public final class JsonObjectWriter<R> implements FieldWriter<R> {
    private final FieldWriter<R> fields;

    /** Compiles a schema. */
    public JsonObjectWriter(RecordSchema<R> schema) {
        this(schema, "");
    }

    private JsonObjectWriter(RecordSchema<R> schema, String beforeObject) {
        List<FieldWriter<R>> writers = new ArrayList<>();
        String before = beforeObject + "{";
        for (Field<R> field : schema.fields()) {
            if (writers.isEmpty() && field.optional()) {
                throw new IllegalArgumentException(
                        schema.name() + " begins with the optional field " + field.name());
            }
            writers.add(writer(field, before + "\"" + field.name() + "\":"));
            before = ",";
        }
        fields = FusedWriter.of(writers);
    }

    /** Writes one object. */
    @Override
    public void write(R record, ByteSink sink) {
        fields.write(record, sink);
        sink.write((byte) '}');
    }

    private static <R> FieldWriter<R> writer(Field<R> field, String prefix) {
        String quoted = prefix + '"';
        if (field instanceof Field.TextField<R> text) {
            return new TextWriter<>(Literal.of(quoted), text.value());
        } else if (field instanceof Field.IdField<R> id) {
            return new IdWriter<>(Literal.of(quoted), id.value());
        } else if (field instanceof Field.DigitsField<R> digits) {
            return new DigitsWriter<>(between(digits.pattern(), quoted), digits.value());
        } else if (field instanceof Field.DateField<R> date) {
            return new DateWriter<>(between(ByteSink.DATE, quoted), date.value());
        } else if (field instanceof Field.CodeField<R> code) {
            return new CodeWriter<>(code.values(), quoted, code.value());
        } else if (field instanceof Field.IntegerField<R> integer) {
            return new IntegerWriter<>(Literal.of(prefix), integer.value());
        } else if (field instanceof Field.BooleanField<R> bool) {
            return new BooleanWriter<>(
                    Literal.of(prefix + "true"), Literal.of(prefix + "false"), bool.value());
        } else if (field instanceof Field.TextListField<R> texts) {
            return new TextListWriter<>(Literal.of(prefix + '['), texts.value());
        } else if (field instanceof Field.GroupField<R, ?> group) {
            return groupWriter(prefix, group);
        } else if (field instanceof Field.DecimalField<R> decimal) {
            return new DecimalWriter<>(Literal.of(prefix), decimal.value(), decimal.decimals());
        } else if (field instanceof Field.DateTimeField<R> dateTime) {
            return new DateTimeWriter<>(Literal.of(quoted), dateTime.value());
        } else if (field instanceof Field.GroupListField<R, ?> groups) {
            return groupListWriter(prefix, groups);
        }
        throw new IllegalArgumentException("Unknown type of field " + field);
    }

    private static DigitPattern between(DigitPattern pattern, String before) {
        return pattern.between(before.getBytes(StandardCharsets.US_ASCII), new byte[] {'"'});
    }

    private static <R, G> FieldWriter<R> groupWriter(String prefix, Field.GroupField<R, G> group) {
        JsonObjectWriter<G> object = new JsonObjectWriter<>(group.schema(), prefix);
        return new GroupWriter<>(group.value(), object, Literal.EMPTY);
    }

    private static <R, G> FieldWriter<R> groupListWriter(
            String prefix, Field.GroupListField<R, G> groups) {
        return new GroupListWriter<>(
                Literal.of(prefix + '['), groups.value(), new JsonObjectWriter<>(groups.schema()));
    }

    private record TextWriter<R>(Literal prefix, Function<R, @Nullable Text> value)
            implements FieldWriter<R> {
        @Override
        public void write(R record, ByteSink sink) {
            Text text = value.apply(record);
            if (text != null) {
                JsonText.write(prefix, text, sink);
            }
        }
    }

    private record IdWriter<R>(Literal prefix, Function<R, @Nullable RecordId> value)
            implements FieldWriter<R> {
        @Override
        public void write(R record, ByteSink sink) {
            RecordId id = value.apply(record);
            if (id != null) {
                sink.write(prefix);
                sink.write(id);
                sink.write((byte) '"');
            }
        }
    }

    private record DigitsWriter<R>(DigitPattern pattern, ToLongFunction<R> value)
            implements FieldWriter<R> {
        @Override
        public void write(R record, ByteSink sink) {
            sink.write(pattern, value.applyAsLong(record));
        }
    }

    private record DateWriter<R>(DigitPattern pattern, Function<R, @Nullable LocalDate> value)
            implements FieldWriter<R> {
        @Override
        public void write(R record, ByteSink sink) {
            LocalDate date = value.apply(record);
            if (date != null) {
                sink.write(pattern, date);
            }
        }
    }

    /** Codes are few, so each is kept with its prefix and quotes. */
    private static final class CodeWriter<R> implements FieldWriter<R> {
        private final Literal[] whole;
        private final Function<R, ? extends @Nullable Coded> value;

        CodeWriter(
                List<? extends Coded> values,
                String prefix,
                Function<R, ? extends @Nullable Coded> value) {
            this.value = value;
            whole = new Literal[values.size()];
            for (Coded code : values) {
                whole[((Enum<?>) code).ordinal()] = Literal.of(prefix + code.code() + '"');
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

    private record IntegerWriter<R>(Literal prefix, ToIntFunction<R> value)
            implements FieldWriter<R> {
        @Override
        public void write(R record, ByteSink sink) {
            sink.write(prefix);
            sink.writeDecimal(value.applyAsInt(record));
        }
    }

    private record BooleanWriter<R>(Literal yes, Literal no, Predicate<R> value)
            implements FieldWriter<R> {
        @Override
        public void write(R record, ByteSink sink) {
            sink.write(value.test(record) ? yes : no);
        }
    }

    private record TextListWriter<R>(Literal prefix, Function<R, List<Text>> value)
            implements FieldWriter<R> {
        private static final Literal FIRST = Literal.of("\"");
        private static final Literal NEXT = Literal.of(",\"");

        @Override
        public void write(R record, ByteSink sink) {
            sink.write(prefix);
            List<Text> texts = value.apply(record);
            for (int i = 0; i < texts.size(); i++) {
                JsonText.write(i == 0 ? FIRST : NEXT, texts.get(i), sink);
            }
            sink.write((byte) ']');
        }
    }

    private record DecimalWriter<R>(
            Literal prefix, ToLongFunction<R> value, ToIntFunction<R> decimals)
            implements FieldWriter<R> {
        @Override
        public void write(R record, ByteSink sink) {
            long number = value.applyAsLong(record);
            if (number != Field.DecimalField.ABSENT) {
                sink.write(prefix);
                sink.writeDecimal(number, decimals.applyAsInt(record));
            }
        }
    }

    private record DateTimeWriter<R>(Literal prefix, Function<R, @Nullable OffsetDateTime> value)
            implements FieldWriter<R> {
        @Override
        public void write(R record, ByteSink sink) {
            OffsetDateTime moment = value.apply(record);
            if (moment != null) {
                sink.write(prefix);
                sink.write(moment);
                sink.write((byte) '"');
            }
        }
    }

    private record GroupListWriter<R, G>(
            Literal prefix, Function<R, List<G>> value, JsonObjectWriter<G> object)
            implements FieldWriter<R> {
        @Override
        public void write(R record, ByteSink sink) {
            sink.write(prefix);
            List<G> parts = value.apply(record);
            for (int i = 0; i < parts.size(); i++) {
                if (i > 0) {
                    sink.write((byte) ',');
                }
                object.write(parts.get(i), sink);
            }
            sink.write((byte) ']');
        }
    }
}
