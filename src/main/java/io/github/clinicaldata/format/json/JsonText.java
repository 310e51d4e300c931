package io.github.clinicaldata.format.json;

import io.github.clinicaldata.format.ByteSink;
import io.github.clinicaldata.record.Text;
import java.nio.charset.StandardCharsets;

/** Writes JSON strings (RFC 8259). */
public final class JsonText {
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private JsonText() {}

    /** Writes a text in quotes, escaped where it must be. */
    public static void write(Text text, ByteSink sink) {
        sink.write((byte) '"');
        if (text.isPlain()) {
            sink.write(text);
        } else {
            escape(text, sink);
        }
        sink.write((byte) '"');
    }

    private static void escape(Text text, ByteSink sink) {
        for (int i = 0; i < text.length(); i++) {
            byte b = text.byteAt(i);
            if (b == '"' || b == '\\') {
                sink.write((byte) '\\');
                sink.write(b);
            } else if (b >= 0 && b < ' ') {
                sink.write("\\u00".getBytes(StandardCharsets.US_ASCII));
                sink.write(HEX[b >> 4]);
                sink.write(HEX[b & 15]);
            } else {
                sink.write(b);
            }
        }
    }
}
