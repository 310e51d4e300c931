package io.github.clinicaldata.format.json;

import io.github.clinicaldata.format.ByteSink;
import io.github.clinicaldata.format.EncoderSession;
import io.github.clinicaldata.format.RecordEncoder;
import io.github.clinicaldata.format.RecordFormat;
import io.github.clinicaldata.record.RecordKind;
import io.github.clinicaldata.record.RecordSchema;
import jakarta.inject.Singleton;

/** The format {@code json}: one JSON array, an object a line. */
@Singleton
public final class JsonFormat implements RecordFormat {
    @Override
    public String name() {
        return "json";
    }

    @Override
    public String mediaType() {
        return "application/json";
    }

    @Override
    public String description() {
        return "One JSON array of objects";
    }

    @Override
    public boolean textual() {
        return true;
    }

    @Override
    public boolean singleLineRecords() {
        return false;
    }

    @Override
    public boolean selfContainedRecords() {
        return false;
    }

    @Override
    public <R> RecordEncoder<R> encoder(RecordKind<R> kind, RecordSchema<R> schema) {
        JsonObjectWriter<R> object = new JsonObjectWriter<>(schema);
        return context -> new Session<>(object);
    }

    private static final class Session<R> implements EncoderSession<R> {
        private final JsonObjectWriter<R> object;
        private boolean commaIsDue;

        Session(JsonObjectWriter<R> object) {
            this.object = object;
        }

        @Override
        public void begin(ByteSink sink) {
            sink.write((byte) '[');
        }

        @Override
        public void write(R record, ByteSink sink) {
            if (commaIsDue) {
                sink.write((byte) ',');
            }
            commaIsDue = true;
            sink.write((byte) '\n');
            object.write(record, sink);
        }

        @Override
        public void end(ByteSink sink) {
            sink.write((byte) '\n');
            sink.write((byte) ']');
            sink.write((byte) '\n');
        }
    }
}
