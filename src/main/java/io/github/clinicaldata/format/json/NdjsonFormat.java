package io.github.clinicaldata.format.json;

import io.github.clinicaldata.format.RecordEncoder;
import io.github.clinicaldata.format.RecordFormat;
import io.github.clinicaldata.record.RecordKind;
import io.github.clinicaldata.record.RecordSchema;
import jakarta.inject.Singleton;
import java.util.List;

/** The format {@code ndjson}: one JSON object a line. */
@Singleton
public final class NdjsonFormat implements RecordFormat {
    @Override
    public String name() {
        return "ndjson";
    }

    @Override
    public String mediaType() {
        return "application/x-ndjson";
    }

    @Override
    public List<String> otherMediaTypes() {
        return List.of("application/ndjson", "application/jsonl");
    }

    @Override
    public String description() {
        return "One JSON object a line";
    }

    @Override
    public boolean textual() {
        return true;
    }

    @Override
    public boolean singleLineRecords() {
        return true;
    }

    @Override
    public boolean selfContainedRecords() {
        return true;
    }

    @Override
    public <R> RecordEncoder<R> encoder(RecordKind<R> kind, RecordSchema<R> schema) {
        JsonObjectWriter<R> object = new JsonObjectWriter<>(schema);
        return context ->
                (record, sink) -> {
                    object.write(record, sink);
                    sink.write((byte) '\n');
                };
    }
}
