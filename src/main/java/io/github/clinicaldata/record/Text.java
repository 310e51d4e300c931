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
    private static final byte UNKNOWN = 0;
    private static final byte YES = 1;
    private static final byte NO = 2;
    private static final boolean[] ORDINARY = ordinary();

    /** Padded to whole words; what lies beyond the length has no meaning. */
    private final byte[] utf8;

    private final int length;
    private final boolean plain;
    private @Nullable String string;
    private @Nullable Text lowerLetters;
    private byte ordinary = UNKNOWN;

    private Text(byte[] utf8, int length, boolean plain) {
        this.utf8 = utf8;
        this.length = length;
        this.plain = plain;
    }

    /** Encodes a string. */
    public static Text of(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        Text text = new Text(Words.padded(utf8, utf8.length), utf8.length, isPlain(utf8));
        text.string = value;
        return text;
    }

    /** Copies the first bytes of a plain text; see {@link #isPlain()}. */
    static Text ofPlain(byte[] ascii, int length) {
        return new Text(Words.padded(ascii, length), length, true);
    }

    private static boolean isPlain(byte[] utf8) {
        for (byte b : utf8) {
            if (b >= 0 && b < ' ' || b == '"' || b == '\\' || b == ',' || b == 0x7F) {
                return false;
            }
        }
        return true;
    }

    private static boolean[] ordinary() {
        boolean[] ordinary = new boolean[1 << Byte.SIZE];
        for (char c = '0'; c <= 'z'; c++) {
            ordinary[c] = Character.isLetterOrDigit(c);
        }
        for (char c : " .,'()/#+%:-".toCharArray()) {
            ordinary[c] = true;
        }
        return ordinary;
    }

    /** The length in bytes of UTF-8. */
    public int length() {
        return length;
    }

    /** True when the bytes need no escape in JSON and no quotes in CSV. */
    public boolean isPlain() {
        return plain;
    }

    /**
     * True when all bytes are ASCII letters, digits, spaces or common punctuation, without the
     * signs that separate or escape in HL7 v2; found once and kept.
     */
    public boolean isOrdinary() {
        byte known = ordinary;
        if (known == UNKNOWN) {
            known = YES;
            for (int i = 0; i < length; i++) {
                if (!ORDINARY[utf8[i] & 0xFF]) {
                    known = NO;
                    break;
                }
            }
            ordinary = known;
        }
        return known == YES;
    }

    /** The byte at a position. */
    public byte byteAt(int position) {
        return utf8[position];
    }

    /** Copies all bytes into a target and answers the position after them. */
    public int copyTo(byte[] target, int position) {
        if (target.length - position >= utf8.length) {
            return Words.copy(utf8, length, target, position);
        }
        System.arraycopy(utf8, 0, target, position, length);
        return position + length;
    }

    /** The ASCII letters of this text in lower case, all else left out; found once and kept. */
    public Text lowerLetters() {
        Text letters = lowerLetters;
        if (letters == null) {
            letters = findLowerLetters();
            lowerLetters = letters;
        }
        return letters;
    }

    private Text findLowerLetters() {
        byte[] letters = new byte[length];
        int count = 0;
        for (int i = 0; i < length; i++) {
            int lower = utf8[i] | 0x20;
            if (lower >= 'a' && lower <= 'z') {
                letters[count++] = (byte) lower;
            }
        }
        return ofPlain(letters, count);
    }

    @Override
    public int compareTo(Text other) {
        return Arrays.compareUnsigned(utf8, 0, length, other.utf8, 0, other.length);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || other instanceof Text text && hasBytesOf(text);
    }

    /** Words of a table often have the same length, but seldom the same last letter. */
    private boolean hasBytesOf(Text text) {
        int last = length - 1;
        return length == text.length
                && (last < 0 || utf8[last] == text.utf8[last])
                && Arrays.equals(utf8, 0, length, text.utf8, 0, length);
    }

    @Override
    public int hashCode() {
        int hash = 1;
        for (int i = 0; i < length; i++) {
            hash = 31 * hash + utf8[i];
        }
        return hash;
    }

    @Override
    public String toString() {
        String value = string;
        if (value == null) {
            value = new String(utf8, 0, length, StandardCharsets.UTF_8);
            string = value;
        }
        return value;
    }
}
