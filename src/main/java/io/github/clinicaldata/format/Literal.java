package io.github.clinicaldata.format;

import io.github.clinicaldata.record.Words;
import java.nio.charset.StandardCharsets;

/** Bytes that an encoder writes again and again, such as the name of a field. Immutable. */
public final class Literal {
    /** Nothing. */
    public static final Literal EMPTY = of("");

    private final byte[] padded;
    private final int length;

    private Literal(byte[] bytes) {
        padded = Words.padded(bytes, bytes.length);
        length = bytes.length;
    }

    /** A literal of ASCII characters. */
    public static Literal of(String ascii) {
        return of(ascii.getBytes(StandardCharsets.US_ASCII));
    }

    /** A literal of bytes. */
    public static Literal of(byte[] bytes) {
        return new Literal(bytes);
    }

    /** How many bytes it has. */
    public int length() {
        return length;
    }

    /** Copies the bytes into a target with {@link Words#SLACK} bytes beyond them. */
    int copyTo(byte[] target, int position) {
        return Words.copy(padded, length, target, position);
    }
}
