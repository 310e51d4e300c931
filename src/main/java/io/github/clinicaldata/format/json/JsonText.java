package io.github.clinicaldata.format.json;

import io.github.clinicaldata.format.ByteSink;
import io.github.clinicaldata.format.Literal;
import io.github.clinicaldata.record.Text;
import java.nio.charset.StandardCharsets;

/** Writes JSON strings (RFC 8259). */
public final class JsonText {
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final Literal QUOTE = Literal.of("\"");

    private JsonText() {}

    /** Writes a text in quotes, escaped where it must be. */
    public static void write(Text text, ByteSink sink) {
        write(QUOTE, text, sink);
    }

    /** Writes a literal that ends in a quote, a text escaped where it must be, and a quote. */
    public static void write(Literal upToQuote, Text text, ByteSink sink) {
        if (text.isPlain()) {
            sink.write(upToQuote, text, '"');
        } else {
            sink.write(upToQuote);
            escape(text, sink);
            sink.write((byte) '"');
        }
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
