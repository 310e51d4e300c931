package io.github.clinicaldata.format.csv;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.github.clinicaldata.contract.RecordFormatContract;
import io.github.clinicaldata.format.RecordFormat;
import io.github.clinicaldata.format.json.JsonReading;
import io.github.clinicaldata.record.Field;
import io.github.clinicaldata.record.RecordKind;
import io.github.clinicaldata.record.RecordSchema;
import io.github.clinicaldata.support.World;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CsvFormatTest extends RecordFormatContract {
    @Override
    protected RecordFormat format() {
        return World.format("csv");
    }

    @Override
    protected String separator() {
        return "_";
    }

    @Override
    protected <R> List<Map<String, String>> read(
            RecordKind<R> kind, RecordSchema<R> schema, byte[] stream) throws Exception {
        List<Map<String, String>> records = new ArrayList<>();
        List<String> header = List.of();
        try (CsvReader<CsvRecord> csv =
                CsvReader.builder()
                        .skipEmptyLines(false)
                        .allowMissingFields(false)
                        .allowExtraFields(false)
                        .allowExtraCharsAfterClosingQuote(false)
                        .ofCsvRecord(new String(stream, StandardCharsets.UTF_8))) {
            for (CsvRecord row : csv) {
                if (header.isEmpty()) {
                    header = row.getFields();
                    assertThat(header).isEqualTo(columns(schema));
                } else {
                    records.add(cells(schema, header, row));
                }
            }
        }
        assertThat(header).isNotEmpty();
        return records;
    }

    /** Groups are taken apart, lists share a cell. */
    private static List<String> columns(RecordSchema<?> schema) {
        List<String> columns = new ArrayList<>();
        for (Field<?> field : schema.fields()) {
            if (field instanceof Field.GroupField<?, ?> group) {
                columns(group.schema()).forEach(column -> columns.add(field.name() + "_" + column));
            } else {
                columns.add(field.name());
            }
        }
        return columns;
    }

    private static Map<String, String> cells(
            RecordSchema<?> schema, List<String> header, CsvRecord row) throws Exception {
        Map<String, RecordSchema<?>> lists = new LinkedHashMap<>();
        lists("", schema, lists);
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < header.size(); i++) {
            String cell = row.getField(i);
            RecordSchema<?> list = lists.get(header.get(i));
            if (list != null && !cell.isEmpty()) {
                JsonReading.addGroups(
                        header.get(i), "_", list, JsonReading.strict().readTree(cell), cells);
            } else if (!cell.isEmpty()) {
                cells.put(header.get(i), cell);
            }
        }
        return cells;
    }

    private static void lists(
            String prefix, RecordSchema<?> schema, Map<String, RecordSchema<?>> lists) {
        for (Field<?> field : schema.fields()) {
            if (field instanceof Field.GroupField<?, ?> group) {
                lists(prefix + field.name() + "_", group.schema(), lists);
            } else if (field instanceof Field.GroupListField<?, ?> groups) {
                lists.put(prefix + field.name(), groups.schema());
            }
        }
    }

    @Test
    void everyLine_endsInCarriageReturnAndLineFeed() {
        for (RecordKind<?> kind : kinds()) {
            String stream =
                    new String(
                            World.stream(kind, format(), World.POPULATION, 0, 1, 2),
                            StandardCharsets.UTF_8);
            assertThat(stream).endsWith("\r\n");
            assertThat(stream.replace("\r\n", "")).doesNotContain("\r", "\n");
            assertThat(stream.split("\r\n", -1)).hasSize(5);
        }
    }
}
