package io.github.clinicaldata.record;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * How a number that is an identifier is written: each {@code #} stands for a digit, all else for
 * itself, for example {@code ###-##-####}.
 */
public final class DigitPattern {
    private static final int WORD = 8;
    private static final int MOST_DIGITS = 2 * WORD;
    private static final long EIGHT_DIGITS = 100_000_000L;

    /**
     * Up to eight bytes: digits of one word, turned into their place, and what stands round them.
     *
     * @param high whether the digits are among the first eight of sixteen
     * @param rotation by how many bits the word of digits is turned right
     * @param mask the bytes that are digits
     * @param literal the other bytes
     * @param length how many bytes
     */
    private record Piece(boolean high, int rotation, long mask, long literal, int length) {}

    private final String pattern;
    private final int length;
    private final boolean longer;
    private final Piece[] pieces;

    private DigitPattern(String pattern, byte[] before, byte[] after) {
        this.pattern = pattern;
        int digits = (int) pattern.chars().filter(character -> character == '#').count();
        if (digits > MOST_DIGITS) {
            throw new IllegalArgumentException(pattern + " has more than 16 digits");
        }
        longer = digits > WORD;
        Compiler compiler = new Compiler(digits);
        for (byte literal : before) {
            compiler.literal(literal);
        }
        for (byte next : pattern.getBytes(StandardCharsets.US_ASCII)) {
            if (next == '#') {
                compiler.digit();
            } else {
                compiler.literal(next);
            }
        }
        for (byte literal : after) {
            compiler.literal(literal);
        }
        pieces = compiler.pieces();
        length = before.length + pattern.length() + after.length;
    }

    /** A pattern of ASCII characters with at most 16 digits. */
    public static DigitPattern of(String pattern) {
        return new DigitPattern(pattern, new byte[0], new byte[0]);
    }

    /** This pattern with bytes before and after it that are written along. */
    public DigitPattern between(byte[] before, byte[] after) {
        return new DigitPattern(pattern, before, after);
    }

    /** How many bytes a number takes. */
    public int length() {
        return length;
    }

    /**
     * Writes a number into a target with {@link Words#SLACK} bytes beyond it.
     *
     * @param number at least 0, with no more digits than the pattern
     * @return the position after it
     */
    public int write(long number, byte[] target, int position) {
        long first = longer ? number / EIGHT_DIGITS : 0;
        long low = Ascii.decimal((int) (number - first * EIGHT_DIGITS));
        long high = longer ? Ascii.decimal((int) first) : 0;
        int at = position;
        for (Piece piece : pieces) {
            long digits = Long.rotateRight(piece.high ? high : low, piece.rotation);
            Words.put(digits & piece.mask | piece.literal, target, at);
            at += piece.length;
        }
        return at;
    }

    /** The number as text. */
    public String format(long number) {
        byte[] target = new byte[length + Words.SLACK];
        write(number, target, 0);
        return new String(target, 0, length, StandardCharsets.US_ASCII);
    }

    @Override
    public String toString() {
        return pattern;
    }

    /** Cuts a pattern into pieces, each with digits of one word next to each other. */
    private static final class Compiler {
        private final List<Piece> pieces = new ArrayList<>();
        private int digitsLeft;
        private Piece open = new Piece(false, 0, 0, 0, 0);
        private boolean afterDigit;

        Compiler(int digits) {
            digitsLeft = digits;
        }

        void literal(byte value) {
            startPieceIf(open.length == WORD);
            long bits = (value & 0xFFL) << 8 * open.length;
            open =
                    new Piece(
                            open.high,
                            open.rotation,
                            open.mask,
                            open.literal | bits,
                            open.length + 1);
            afterDigit = false;
        }

        void digit() {
            digitsLeft--;
            boolean high = digitsLeft >= WORD;
            boolean fits = open.mask == 0 || afterDigit && open.high == high;
            startPieceIf(open.length == WORD || !fits);
            int rotation = 8 * (WORD - 1 - digitsLeft % WORD - open.length);
            long bits = 0xFFL << 8 * open.length;
            open = new Piece(high, rotation, open.mask | bits, open.literal, open.length + 1);
            afterDigit = true;
        }

        private void startPieceIf(boolean due) {
            if (due) {
                pieces.add(open);
                open = new Piece(false, 0, 0, 0, 0);
            }
        }

        Piece[] pieces() {
            startPieceIf(open.length > 0);
            return pieces.toArray(new Piece[0]);
        }
    }
}
