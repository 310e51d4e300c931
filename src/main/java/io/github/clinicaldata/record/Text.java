package io.github.clinicaldata.record;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Immutable text that is kept as UTF-8 bytes, ready to be copied into an answer.
 *
 * <p>Vocabulary is encoded once when its table is read; text that a generator composes is built as
 * bytes and becomes a {@link String} only where somebody asks for one.
 */
public final class Text implements Comparable<Text> {
    private final byte[] utf8;
    private final boolean plain;
    private @Nullable String string;

    private Text(byte[] utf8, boolean plain) {
        this.utf8 = utf8;
        this.plain = plain;
    }

    /** Encodes a string. */
    public static Text of(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        Text text = new Text(utf8, isPlain(utf8));
        text.string = value;
        return text;
    }

    /**
     * Takes over bytes that the caller has composed from plain text only; see {@link #isPlain()}.
     *
     * @param ascii the bytes, not to be changed any more
     */
    static Text ofPlain(byte[] ascii) {
        return new Text(ascii, true);
    }

    private static boolean isPlain(byte[] utf8) {
        for (byte b : utf8) {
            if (b >= 0 && b < ' ' || b == '"' || b == '\\' || b == ',' || b == 0x7F) {
                return false;
            }
        }
        return true;
    }

    /** The length in bytes of UTF-8. */
    public int length() {
        return utf8.length;
    }

    /** True when the bytes need no escape in JSON and no quotes in CSV. */
    public boolean isPlain() {
        return plain;
    }

    /** The byte at a position. */
    public byte byteAt(int position) {
        return utf8[position];
    }

    /** Copies all bytes into a target and answers the position after them. */
    public int copyTo(byte[] target, int position) {
        byte[] source = utf8;
        System.arraycopy(source, 0, target, position, source.length);
        return position + source.length;
    }

    @Override
    public int compareTo(Text other) {
        return Arrays.compareUnsigned(utf8, other.utf8);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Text text && Arrays.equals(utf8, text.utf8);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(utf8);
    }

    @Override
    public String toString() {
        String value = string;
        if (value == null) {
            value = new String(utf8, StandardCharsets.UTF_8);
            string = value;
        }
        return value;
    }
}
