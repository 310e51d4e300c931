package io.github.clinicaldata.format;

import io.github.clinicaldata.record.Ascii;
import io.github.clinicaldata.record.DigitPattern;
import io.github.clinicaldata.record.Words;

/**
 * Writes numbers in decimal. Those of up to eight digits, as nearly all are, without loops and
 * divisions: all digits are found at once, and those before the first that counts are shifted out.
 */
final class Decimals {
    /** The most bytes that a number takes: a sign, 19 digits and a point. */
    static final int MOST_BYTES = 21;

    private static final int WORD = Long.BYTES;
    private static final long BEYOND_WORD = 100_000_000L;
    private static final long ZEROS = Ascii.decimal(0);
    private static final long[] POWERS_OF_TEN = new long[10];
    private static final DigitPattern[] FRACTIONS = new DigitPattern[10];

    static {
        long power = 1;
        for (int i = 0; i < POWERS_OF_TEN.length; i++) {
            POWERS_OF_TEN[i] = power;
            FRACTIONS[i] = DigitPattern.of("." + "#".repeat(i));
            power *= 10;
        }
    }

    private Decimals() {}

    /**
     * Writes a number into a target with {@link Words#SLACK} bytes beyond it.
     *
     * @param number the number without its point
     * @param decimals how many of its last digits stand after the point, 0 to 9
     * @return the position after it
     */
    static int write(long number, int decimals, byte[] target, int position) {
        int at = position;
        long rest = number;
        if (rest < 0) {
            target[at++] = '-';
            rest = -rest;
        }
        // the lowest number of all stays negative
        return rest >= 0 && rest < BEYOND_WORD && decimals < WORD
                ? writeWord((int) rest, decimals, target, at)
                : writeLong(rest, decimals, target, at);
    }

    private static int writeWord(int number, int decimals, byte[] target, int position) {
        long digits = Ascii.decimal(number);
        int zeros = Long.numberOfTrailingZeros(digits ^ ZEROS) / Byte.SIZE;
        int skipped = Math.min(zeros, WORD - 1 - decimals);
        Words.put(digits >>> Byte.SIZE * skipped, target, position);
        int at = position + WORD - decimals - skipped;
        if (decimals == 0) {
            return at;
        }
        long fraction = digits >>> Byte.SIZE * (WORD - decimals);
        Words.put(fraction << Byte.SIZE | '.', target, at);
        return at + 1 + decimals;
    }

    /** A number without a sign. */
    private static int writeLong(long number, int decimals, byte[] target, int position) {
        if (decimals > 0) {
            long whole = Long.divideUnsigned(number, POWERS_OF_TEN[decimals]);
            int at = write(whole, 0, target, position);
            return FRACTIONS[decimals].write(number - whole * POWERS_OF_TEN[decimals], target, at);
        }
        long high = Long.divideUnsigned(number, BEYOND_WORD);
        int at = write(high, 0, target, position);
        Words.put(Ascii.decimal((int) (number - high * BEYOND_WORD)), target, at);
        return at + WORD;
    }
}
