package io.github.clinicaldata.format.csv;

import io.github.clinicaldata.format.ByteSink;
import io.github.clinicaldata.format.FieldWriter;
import io.github.clinicaldata.format.FusedWriter;
import io.github.clinicaldata.format.GroupWriter;
import io.github.clinicaldata.format.Literal;
import io.github.clinicaldata.format.json.JsonObjectWriter;
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
import org.jspecify.annotations.Nullable;

/**
 * Writes records as CSV rows by their schema. A group's fields become columns with the group's name
 * before theirs; several texts share a cell, separated by semicolons; several groups share a cell
 * as a JSON array. Each cell is written together with the comma before it.
 *
 * @param <R> the type of record
 */
final class CsvRowWriter<R> implements FieldWriter<R> {
    private static final String COMMA = ",";

    private final List<String> columns;
    private final FieldWriter<R> cells;

    /** Compiles a schema. */
    CsvRowWriter(RecordSchema<R> schema) {
        this(schema, "");
    }

    private CsvRowWriter(RecordSchema<R> schema, String beforeFirst) {
        columns = new ArrayList<>();
        List<FieldWriter<R>> writers = new ArrayList<>();
        for (Field<R> field : schema.fields()) {
            writers.add(cell(field, columns.isEmpty() ? beforeFirst : COMMA));
        }
        cells = FusedWriter.of(writers);
    }

    /** The names of the columns. */
    List<String> columns() {
        return columns;
    }

    /** Writes the cells of a record and the commas between them. */
    @Override
    public void write(R record, ByteSink sink) {
        cells.write(record, sink);
    }

    private FieldWriter<R> cell(Field<R> field, String before) {
        if (field instanceof Field.GroupField<R, ?> group) {
            return groupCells(group, before);
        }
        columns.add(field.name());
        Literal comma = Literal.of(before);
        if (field instanceof Field.TextField<R> text) {
            return (record, sink) -> writeText(comma, text.value().apply(record), sink);
        } else if (field instanceof Field.IdField<R> id) {
            return idCell(comma, id.value());
        } else if (field instanceof Field.DigitsField<R> digits) {
            DigitPattern pattern = after(before, digits.pattern());
            return (record, sink) -> sink.write(pattern, digits.value().applyAsLong(record));
        } else if (field instanceof Field.DateField<R> date) {
            return dateCell(comma, after(before, ByteSink.DATE), date.value());
        } else if (field instanceof Field.CodeField<R> code) {
            return codeCell(before, code);
        } else if (field instanceof Field.IntegerField<R> integer) {
            return (record, sink) -> {
                sink.write(comma);
                sink.writeDecimal(integer.value().applyAsInt(record));
            };
        } else if (field instanceof Field.BooleanField<R> bool) {
            Literal yes = Literal.of(before + "true");
            Literal no = Literal.of(before + "false");
            return (record, sink) -> sink.write(bool.value().test(record) ? yes : no);
        } else if (field instanceof Field.TextListField<R> texts) {
            return (record, sink) -> CsvText.write(comma, texts.value().apply(record), sink);
        } else if (field instanceof Field.DecimalField<R> decimal) {
            return decimalCell(comma, decimal);
        } else if (field instanceof Field.DateTimeField<R> dateTime) {
            return dateTimeCell(comma, dateTime.value());
        } else if (field instanceof Field.GroupListField<R, ?> groups) {
            return groupListCell(before, groups);
        }
        throw new IllegalArgumentException("Unknown type of field " + field);
    }

    private static DigitPattern after(String before, DigitPattern pattern) {
        return pattern.between(before.getBytes(StandardCharsets.US_ASCII), new byte[0]);
    }

    private <G> FieldWriter<R> groupCells(Field.GroupField<R, G> group, String before) {
        CsvRowWriter<G> row = new CsvRowWriter<>(group.schema(), before);
        row.columns().forEach(column -> columns.add(group.name() + "_" + column));
        Literal empty = Literal.of(before + COMMA.repeat(row.columns().size() - 1));
        return new GroupWriter<>(group.value(), row, empty);
    }

    private static <R> FieldWriter<R> decimalCell(Literal comma, Field.DecimalField<R> decimal) {
        return (record, sink) -> {
            sink.write(comma);
            long number = decimal.value().applyAsLong(record);
            if (number != Field.DecimalField.ABSENT) {
                sink.writeDecimal(number, decimal.decimals().applyAsInt(record));
            }
        };
    }

    private static <R> FieldWriter<R> dateTimeCell(
            Literal comma, Function<R, @Nullable OffsetDateTime> value) {
        return (record, sink) -> {
            sink.write(comma);
            OffsetDateTime moment = value.apply(record);
            if (moment != null) {
                sink.write(moment);
            }
        };
    }

    private static <R, G> FieldWriter<R> groupListCell(
            String before, Field.GroupListField<R, G> groups) {
        JsonObjectWriter<G> object = new JsonObjectWriter<>(groups.schema());
        Literal absent = Literal.of(before);
        Literal open = Literal.of(before + "\"[");
        return (record, sink) -> {
            List<G> parts = groups.value().apply(record);
            if (parts.isEmpty()) {
                sink.write(absent);
                return;
            }
            sink.write(open);
            int start = sink.size();
            for (int i = 0; i < parts.size(); i++) {
                if (i > 0) {
                    sink.write((byte) ',');
                }
                object.write(parts.get(i), sink);
            }
            sink.doubleQuotes(start);
            sink.write((byte) ']');
            sink.write((byte) '"');
        };
    }

    private static void writeText(Literal comma, @Nullable Text text, ByteSink sink) {
        if (text == null) {
            sink.write(comma);
        } else {
            CsvText.write(comma, text, sink);
        }
    }

    private static <R> FieldWriter<R> idCell(Literal comma, Function<R, @Nullable RecordId> value) {
        return (record, sink) -> {
            sink.write(comma);
            RecordId id = value.apply(record);
            if (id != null) {
                sink.write(id);
            }
        };
    }

    private static <R> FieldWriter<R> dateCell(
            Literal comma, DigitPattern pattern, Function<R, @Nullable LocalDate> value) {
        return (record, sink) -> {
            LocalDate date = value.apply(record);
            if (date == null) {
                sink.write(comma);
            } else {
                sink.write(pattern, date);
            }
        };
    }

    /** Codes are few, so each is kept with its comma. */
    private static <R> FieldWriter<R> codeCell(String before, Field.CodeField<R> code) {
        Literal absent = Literal.of(before);
        Literal[] whole = new Literal[code.values().size()];
        for (Coded constant : code.values()) {
            whole[((Enum<?>) constant).ordinal()] = Literal.of(before + constant.code());
        }
        return (record, sink) -> {
            Coded constant = code.value().apply(record);
            sink.write(constant == null ? absent : whole[((Enum<?>) constant).ordinal()]);
        };
    }
}
