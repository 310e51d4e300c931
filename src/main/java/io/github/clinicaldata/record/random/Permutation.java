package io.github.clinicaldata.record.random;

/**
 * A keyed bijection on {@code [0, size)}: gives each index a number of its own that looks random,
 * and finds the index back. Used wherever identifiers must be unique without a table.
 *
 * <p>On the next power of two it multiplies by odd numbers and folds high bits onto low ones, each
 * step invertible; results outside the size walk on ("cycle walking", Black and Rogaway, "Ciphers
 * with arbitrary finite domains", CT-RSA 2002), fewer than two steps on average.
 */
public final class Permutation {
    private static final int ROUNDS = 3;

    private final long size;
    private final long mask;
    private final int shift;
    private final long[] add = new long[ROUNDS];
    private final long[] multiply = new long[ROUNDS];
    private final long[] inverse = new long[ROUNDS];

    /**
     * Creates the bijection of a key.
     *
     * @param key names the bijection
     * @param size from 1 to 2^62
     */
    public Permutation(long key, long size) {
        if (size < 1 || size > 1L << 62) {
            throw new IllegalArgumentException("size must be from 1 to 2^62, was " + size);
        }
        this.size = size;
        int bits = Math.max(2, 64 - Long.numberOfLeadingZeros(size - 1));
        mask = (1L << bits) - 1;
        shift = (bits + 1) / 2;
        for (int i = 0; i < ROUNDS; i++) {
            add[i] = Mixer.combine(key, 2L * i);
            multiply[i] = Mixer.combine(key, 2L * i + 1) | 1;
            inverse[i] = inverseOfOdd(multiply[i]);
        }
    }

    /**
     * Newton's iteration for the inverse of an odd number modulo 2^64; each step doubles the bits.
     */
    private static long inverseOfOdd(long odd) {
        long x = odd;
        for (int i = 0; i < 5; i++) {
            x *= 2 - odd * x;
        }
        return x;
    }

    /** How many numbers are permuted. */
    public long size() {
        return size;
    }

    /** The number at an index; an index beyond the size counts from its start again. */
    public long apply(long index) {
        long x = index < size ? index : index % size;
        do {
            for (int i = 0; i < ROUNDS; i++) {
                x = ((x + add[i]) * multiply[i]) & mask;
                x ^= x >>> shift;
            }
        } while (x >= size);
        return x;
    }

    /** The index, below the size, of a number from 0 to size - 1. */
    public long invert(long number) {
        long x = number;
        do {
            for (int i = ROUNDS - 1; i >= 0; i--) {
                x ^= x >>> shift;
                x = (x * inverse[i] - add[i]) & mask;
            }
        } while (x >= size);
        return x;
    }
}
