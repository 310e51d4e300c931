package io.github.clinicaldata.record;

/**
 * Digits as words of eight ASCII characters, the first one in the lowest byte. All eight are found
 * at once, in lanes of one multiplication, instead of by a chain of divisions.
 */
public final class Ascii {
    /** The character 0 in each byte. */
    private static final long ZEROS = 0x3030303030303030L;

    private static final long EACH_BYTE = 0x0101010101010101L;
    private static final int FROM_NINE_TO_A = 'a' - '9' - 1;

    private Ascii() {}

    /** The eight decimal digits of a number from 0 to 99,999,999, with leading zeros. */
    public static long decimal(int number) {
        int high = number / 10_000;
        long fours = high | (long) (number - high * 10_000) << 32;
        // 10486 / 2^20 and 103 / 2^10 divide numbers of four and two digits by 100 and 10 exactly
        long hundreds = (fours * 10_486 >>> 20) & 0x0000007F0000007FL;
        long twos = hundreds | (fours - hundreds * 100) << 16;
        long tens = (twos * 103 >>> 10) & 0x000F000F000F000FL;
        return (tens | (twos - tens * 10) << 8) + ZEROS;
    }

    /** The values, 0 to 9, of eight decimal digits. */
    public static long values(long decimal) {
        return decimal - ZEROS;
    }

    /** The eight hexadecimal digits of a number, in lower case. */
    public static long hexadecimal(int number) {
        long spread = Integer.reverseBytes(number) & 0xFFFFFFFFL;
        spread = (spread | spread << 16) & 0x0000FFFF0000FFFFL;
        spread = (spread | spread << 8) & 0x00FF00FF00FF00FFL;
        long nibbles = (spread >>> 4 | spread << 8) & 0x0F0F0F0F0F0F0F0FL;
        long letters = (nibbles + 6 * EACH_BYTE >>> 4) & EACH_BYTE;
        return nibbles + ZEROS + letters * FROM_NINE_TO_A;
    }
}
