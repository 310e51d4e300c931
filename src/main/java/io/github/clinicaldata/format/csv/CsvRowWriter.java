package io.github.clinicaldata.format.csv;

import io.github.clinicaldata.format.ByteSink;
import io.github.clinicaldata.format.FieldWriter;
import io.github.clinicaldata.record.Coded;
import io.github.clinicaldata.record.Field;
import io.github.clinicaldata.record.RecordSchema;
import io.github.clinicaldata.record.Text;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes records as CSV rows by their schema. A group's fields become columns with the group's name
 * before theirs; several texts share a cell, separated by semicolons.
 *
 * @param <R> the type of record
 */
final class CsvRowWriter<R> {
    private static final byte[] TRUE = "true".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] FALSE = "false".getBytes(StandardCharsets.US_ASCII);

    private final List<String> columns = new ArrayList<>();
    private final FieldWriter<R>[] cells;

    /** Compiles a schema. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    CsvRowWriter(RecordSchema<R> schema) {
        List<FieldWriter<R>> writers = new ArrayList<>();
        for (Field<R> field : schema.fields()) {
            writers.add(cell(field));
        }
        cells = writers.toArray(new FieldWriter[0]);
    }

    /** The names of the columns. */
    List<String> columns() {
        return columns;
    }

    /** Writes the cells of a record and the commas between them. */
    void write(R record, ByteSink sink) {
        for (int i = 0; i < cells.length; i++) {
            if (i > 0) {
                sink.write((byte) ',');
            }
            cells[i].write(record, sink);
        }
    }

    private FieldWriter<R> cell(Field<R> field) {
        if (field instanceof Field.GroupField<R, ?> group) {
            return groupCells(group);
        }
        columns.add(field.name());
        if (field instanceof Field.TextField<R> text) {
            return (record, sink) -> writeText(text.value().apply(record), sink);
        } else if (field instanceof Field.IdField<R> id) {
            return (record, sink) -> sink.write(id.value().apply(record));
        } else if (field instanceof Field.DigitsField<R> digits) {
            return (record, sink) ->
                    sink.write(digits.pattern(), digits.value().applyAsLong(record));
        } else if (field instanceof Field.DateField<R> date) {
            return (record, sink) -> writeDate(date.value().apply(record), sink);
        } else if (field instanceof Field.CodeField<R> code) {
            return (record, sink) -> writeCode(code.value().apply(record), sink);
        } else if (field instanceof Field.IntegerField<R> integer) {
            return (record, sink) -> sink.writeDecimal(integer.value().applyAsInt(record));
        } else if (field instanceof Field.BooleanField<R> bool) {
            return (record, sink) -> sink.write(bool.value().test(record) ? TRUE : FALSE);
        } else if (field instanceof Field.TextListField<R> texts) {
            return (record, sink) -> writeTexts(texts.value().apply(record), sink);
        }
        throw new IllegalArgumentException("Unknown type of field " + field);
    }

    private <G> FieldWriter<R> groupCells(Field.GroupField<R, G> group) {
        CsvRowWriter<G> row = new CsvRowWriter<>(group.schema());
        row.columns().forEach(column -> columns.add(group.name() + "_" + column));
        byte[] empty = new byte[row.columns().size() - 1];
        Arrays.fill(empty, (byte) ',');
        return (record, sink) -> {
            G part = group.value().apply(record);
            if (part == null) {
                sink.write(empty);
            } else {
                row.write(part, sink);
            }
        };
    }

    private static void writeText(@Nullable Text text, ByteSink sink) {
        if (text != null) {
            CsvText.write(text, sink);
        }
    }

    private static void writeDate(@Nullable LocalDate date, ByteSink sink) {
        if (date != null) {
            sink.write(date);
        }
    }

    private static void writeCode(@Nullable Coded code, ByteSink sink) {
        if (code != null) {
            sink.write(code.code());
        }
    }

    private static void writeTexts(List<Text> texts, ByteSink sink) {
        for (int i = 0; i < texts.size(); i++) {
            if (i > 0) {
                sink.write((byte) ';');
            }
            sink.write(texts.get(i));
        }
    }
}
