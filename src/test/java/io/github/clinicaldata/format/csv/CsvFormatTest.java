package io.github.clinicaldata.format.csv;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.github.clinicaldata.contract.RecordFormatContract;
import io.github.clinicaldata.format.RecordFormat;
import io.github.clinicaldata.record.RecordKind;
import io.github.clinicaldata.record.RecordSchema;
import io.github.clinicaldata.support.FlatRecord;
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
                    assertThat(header).isEqualTo(FlatRecord.paths(schema, "_"));
                } else {
                    records.add(cells(header, row));
                }
            }
        }
        assertThat(header).isNotEmpty();
        return records;
    }

    private static Map<String, String> cells(List<String> header, CsvRecord row) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < header.size(); i++) {
            if (!row.getField(i).isEmpty()) {
                cells.put(header.get(i), row.getField(i));
            }
        }
        return cells;
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
