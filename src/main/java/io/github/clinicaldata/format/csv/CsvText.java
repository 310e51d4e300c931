package io.github.clinicaldata.format.csv;

import io.github.clinicaldata.format.ByteSink;
import io.github.clinicaldata.format.Literal;
import io.github.clinicaldata.record.Text;

/** Writes CSV values (RFC 4180). */
final class CsvText {
    private CsvText() {}

    /** Writes a separator and a text, in quotes where it holds a comma, a quote or a line break. */
    static void write(Literal separator, Text text, ByteSink sink) {
        if (text.isPlain()) {
            sink.write(separator, text);
            return;
        }
        sink.write(separator);
        sink.write((byte) '"');
        for (int i = 0; i < text.length(); i++) {
            byte b = text.byteAt(i);
            if (b == '"') {
                sink.write(b);
            }
            sink.write(b);
        }
        sink.write((byte) '"');
    }
}
