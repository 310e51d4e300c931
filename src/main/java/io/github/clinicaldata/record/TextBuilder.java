package io.github.clinicaldata.record;

import java.util.Arrays;

/** Composes short plain texts in a scratch array that is used again; one for each reader. */
public final class TextBuilder {
    private static final int LONGEST = 512;

    private final byte[] scratch = new byte[LONGEST];
    private int length;

    /** Starts a new text. */
    public TextBuilder start() {
        length = 0;
        return this;
    }

    /** Appends a plain text as it is. */
    public TextBuilder append(Text text) {
        length = text.copyTo(scratch, length);
        return this;
    }

    /** Appends one ASCII character. */
    public TextBuilder append(char character) {
        scratch[length++] = (byte) character;
        return this;
    }

    /** Appends a number of at least 0 in as many digits as it has. */
    public TextBuilder append(long number) {
        int digits = 1;
        for (long rest = number; rest >= 10; rest /= 10) {
            digits++;
        }
        return digits(number, digits);
    }

    /** Appends the last digits of a number, with leading zeros. */
    public TextBuilder digits(long number, int digits) {
        long rest = number;
        for (int i = length + digits - 1; i >= length; i--) {
            scratch[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += digits;
        return this;
    }

    /** Appends the ASCII letters of a text in lower case and leaves all else out. */
    public TextBuilder lowerLetters(Text text) {
        for (int i = 0; i < text.length(); i++) {
            int lower = text.byteAt(i) | 0x20;
            if (lower >= 'a' && lower <= 'z') {
                scratch[length++] = (byte) lower;
            }
        }
        return this;
    }

    /** The text that was composed. */
    public Text build() {
        return Text.ofPlain(Arrays.copyOf(scratch, length));
    }
}
