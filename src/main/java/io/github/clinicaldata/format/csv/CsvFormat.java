package io.github.clinicaldata.format.csv;

import io.github.clinicaldata.format.ByteSink;
import io.github.clinicaldata.format.EncoderSession;
import io.github.clinicaldata.format.Literal;
import io.github.clinicaldata.format.RecordEncoder;
import io.github.clinicaldata.format.RecordFormat;
import io.github.clinicaldata.record.RecordKind;
import io.github.clinicaldata.record.RecordSchema;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;

/** The format {@code csv}: a header row and a row a record, lines ended by CR LF (RFC 4180). */
@Singleton
public final class CsvFormat implements RecordFormat {
    private static final Literal LINE_END = Literal.of("\r\n");

    @Override
    public String name() {
        return "csv";
    }

    @Override
    public String mediaType() {
        return "text/csv";
    }

    @Override
    public String description() {
        return "RFC 4180 with a header row";
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
        return true;
    }

    @Override
    public <R> RecordEncoder<R> encoder(RecordKind<R> kind, RecordSchema<R> schema) {
        CsvRowWriter<R> row = new CsvRowWriter<>(schema);
        byte[] header = String.join(",", row.columns()).getBytes(StandardCharsets.US_ASCII);
        return context -> new Session<>(header, row);
    }

    private record Session<R>(byte[] header, CsvRowWriter<R> row) implements EncoderSession<R> {
        @Override
        public void begin(ByteSink sink) {
            sink.write(header);
            sink.write(LINE_END);
        }

        @Override
        public void write(R record, ByteSink sink) {
            row.write(record, sink);
            sink.write(LINE_END);
        }
    }
}
