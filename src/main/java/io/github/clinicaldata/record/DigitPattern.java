package io.github.clinicaldata.record;

import java.nio.charset.StandardCharsets;

/**
 * How a number that is an identifier is written: each {@code #} stands for a digit, all else for
 * itself, for example {@code ###-##-####}.
 */
public final class DigitPattern {
    private final byte[] pattern;

    private DigitPattern(byte[] pattern) {
        this.pattern = pattern;
    }

    /** A pattern of ASCII characters. */
    public static DigitPattern of(String pattern) {
        return new DigitPattern(pattern.getBytes(StandardCharsets.US_ASCII));
    }

    /** How many characters a number takes. */
    public int length() {
        return pattern.length;
    }

    /** Writes a number of at least 0 into a target and answers the position after it. */
    public int write(long number, byte[] target, int position) {
        long rest = number;
        for (int i = pattern.length - 1; i >= 0; i--) {
            byte b = pattern[i];
            if (b == '#') {
                long next = rest / 10;
                b = (byte) ('0' + (rest - next * 10));
                rest = next;
            }
            target[position + i] = b;
        }
        return position + pattern.length;
    }

    /** The number as text. */
    public String format(long number) {
        byte[] target = new byte[pattern.length];
        write(number, target, 0);
        return new String(target, StandardCharsets.US_ASCII);
    }

    @Override
    public String toString() {
        return new String(pattern, StandardCharsets.US_ASCII);
    }
}
