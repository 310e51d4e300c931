package io.github.clinicaldata.format.csv;

import io.github.clinicaldata.format.ByteSink;
import io.github.clinicaldata.format.Literal;
import io.github.clinicaldata.record.Text;
import java.util.List;

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
        writeDoubled(text, sink);
        sink.write((byte) '"');
    }

    /** Writes a separator and a cell of several texts, with semicolons between them. */
    static void write(Literal separator, List<Text> texts, ByteSink sink) {
        boolean plain = true;
        for (int i = 0; i < texts.size(); i++) {
            plain &= texts.get(i).isPlain();
        }
        sink.write(separator);
        if (!plain) {
            sink.write((byte) '"');
        }
        for (int i = 0; i < texts.size(); i++) {
            if (i > 0) {
                sink.write((byte) ';');
            }
            if (plain) {
                sink.write(texts.get(i));
            } else {
                writeDoubled(texts.get(i), sink);
            }
        }
        if (!plain) {
            sink.write((byte) '"');
        }
    }

    /** Writes a text with each quote doubled. */
    private static void writeDoubled(Text text, ByteSink sink) {
        for (int i = 0; i < text.length(); i++) {
            byte b = text.byteAt(i);
            if (b == '"') {
                sink.write(b);
            }
            sink.write(b);
        }
    }
}
