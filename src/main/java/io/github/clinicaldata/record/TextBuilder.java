package io.github.clinicaldata.record;

/** Composes short plain texts in a scratch array that is used again; one for each reader. */
public final class TextBuilder {
    private static final int LONGEST = 512;
    private static final int GROUP = 8;
    private static final long GROUP_BOUND = 100_000_000;

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
        for (long bound = 10; digits < 19 && number >= bound; bound *= 10) {
            digits++;
        }
        return digits(number, digits);
    }

    /** Appends the last digits of a number, with leading zeros. */
    public TextBuilder digits(long number, int digits) {
        int last = digits;
        if (digits > GROUP) {
            digits(number / GROUP_BOUND, digits - GROUP);
            last = GROUP;
        }
        long group = Ascii.decimal((int) (number % GROUP_BOUND));
        Words.put(group >>> 8 * (GROUP - last), scratch, length);
        length += last;
        return this;
    }

    /** The text that was composed. */
    public Text build() {
        return Text.ofPlain(scratch, length);
    }
}
