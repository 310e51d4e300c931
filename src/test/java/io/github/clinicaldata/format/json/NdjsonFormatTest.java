package io.github.clinicaldata.format.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clinicaldata.contract.RecordFormatContract;
import io.github.clinicaldata.format.RecordFormat;
import io.github.clinicaldata.record.RecordKind;
import io.github.clinicaldata.record.RecordSchema;
import io.github.clinicaldata.support.World;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NdjsonFormatTest extends RecordFormatContract {
    @Override
    protected RecordFormat format() {
        return World.format("ndjson");
    }

    @Override
    protected <R> List<Map<String, String>> read(
            RecordKind<R> kind, RecordSchema<R> schema, byte[] stream) throws Exception {
        List<Map<String, String>> records = new ArrayList<>();
        for (String line : new String(stream, StandardCharsets.UTF_8).split("\n")) {
            if (!line.isEmpty()) {
                records.add(JsonReading.flat(schema, JsonReading.strict().readTree(line)));
            }
        }
        return records;
    }

    @Test
    void eachRecord_isOneLine_endedByALineFeed() {
        for (RecordKind<?> kind : kinds()) {
            String stream =
                    new String(
                            World.stream(kind, format(), World.POPULATION, 0, 1, 2),
                            StandardCharsets.UTF_8);
            assertThat(stream).endsWith("}\n");
            assertThat(stream.lines()).hasSize(3).allMatch(line -> line.startsWith("{"));
        }
    }
}
