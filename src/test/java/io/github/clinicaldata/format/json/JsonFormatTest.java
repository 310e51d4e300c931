package io.github.clinicaldata.format.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.clinicaldata.contract.RecordFormatContract;
import io.github.clinicaldata.format.RecordFormat;
import io.github.clinicaldata.record.RecordKind;
import io.github.clinicaldata.record.RecordSchema;
import io.github.clinicaldata.support.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

class JsonFormatTest extends RecordFormatContract {
    @Override
    protected RecordFormat format() {
        return World.format("json");
    }

    @Override
    protected <R> List<Map<String, String>> read(
            RecordKind<R> kind, RecordSchema<R> schema, byte[] stream) throws Exception {
        List<Map<String, String>> records = new ArrayList<>();
        for (JsonNode record : JsonReading.strict().readTree(stream)) {
            records.add(JsonReading.flat(schema, record));
        }
        return records;
    }
}
