package io.github.clinicaldata.record.random;

import java.util.Arrays;

/**
 * Chooses a fixed number of candidates, each with about its own probability, so that a block always
 * has the same number of events although each of them is a matter of chance.
 *
 * <p>A candidate with probability p and a uniform number u has the score u / p; those with the
 * smallest scores are chosen. Source: sequential Poisson sampling, Ohlsson, "Sequential Poisson
 * sampling", Journal of Official Statistics 14(2), 1998. Where the probabilities sum to the number
 * that is chosen, each is kept almost exactly.
 *
 * <p>Candidates are numbered in the order in which they are offered. Not safe for use by several
 * threads; used again for each block.
 */
public final class FixedSample {
    /** The entry of a candidate that is out; above those of all scores. */
    private static final long OUT = Long.MAX_VALUE;

    private long[] entries = new long[256];
    private long[] scratch = new long[256];
    private int size;
    private int withdrawn;
    private double expected;

    /** Starts anew. */
    public void clear() {
        size = 0;
        withdrawn = 0;
        expected = 0;
    }

    /** How many would be chosen on average if each were drawn alone. */
    public double expected() {
        return expected;
    }

    /** How many candidates there are that were not withdrawn. */
    public int size() {
        return size - withdrawn;
    }

    /**
     * Offers a candidate.
     *
     * @param uniform its own uniform number in {@code [0, 1)}
     * @param probability above 0; above 1 for what is wanted more than others
     * @return its number
     */
    public int offer(double uniform, double probability) {
        expected += Math.min(1, probability);
        return add((float) (uniform / probability));
    }

    /** Offers a candidate that is chosen before all that are a matter of chance. */
    public int require() {
        expected++;
        return add(-1f);
    }

    private int add(float score) {
        if (size == entries.length) {
            entries = Arrays.copyOf(entries, 2 * size);
        }
        // adding one makes every score positive, and the bits of positive numbers ascend with them
        entries[size] = (long) Float.floatToRawIntBits(score + 1f) << 32 | size;
        return size++;
    }

    /** Takes a candidate out; the others keep their numbers. */
    public void withdraw(int number) {
        withdrawn += entries[number] == OUT ? 0 : 1;
        entries[number] = OUT;
    }

    /**
     * Chooses. May be asked again, for example after one was withdrawn.
     *
     * @param count how many; all candidates where there are fewer
     * @return the numbers of the chosen ones, ascending
     */
    public int[] choose(int count) {
        int chosen = Math.max(0, Math.min(count, size()));
        int[] numbers = new int[chosen];
        if (chosen == 0) {
            return numbers;
        }
        long highest = chosen < size() ? smallest(chosen - 1) : OUT - 1;
        int next = 0;
        for (int i = 0; i < size; i++) {
            if (entries[i] <= highest) {
                numbers[next++] = i;
            }
        }
        return numbers;
    }

    /** The entry that has so many smaller ones. No two are equal but those that are out. */
    private long smallest(int rank) {
        if (scratch.length < size) {
            scratch = new long[entries.length];
        }
        System.arraycopy(entries, 0, scratch, 0, size);
        int low = 0;
        int high = size - 1;
        while (low < high) {
            long pivot = middle(scratch[low], scratch[(low + high) >>> 1], scratch[high]);
            int left = low;
            int right = high;
            while (left <= right) {
                while (scratch[left] < pivot) {
                    left++;
                }
                while (scratch[right] > pivot) {
                    right--;
                }
                if (left <= right) {
                    long swapped = scratch[left];
                    scratch[left++] = scratch[right];
                    scratch[right--] = swapped;
                }
            }
            if (rank <= right) {
                high = right;
            } else if (rank >= left) {
                low = left;
            } else {
                return scratch[rank];
            }
        }
        return scratch[low];
    }

    private static long middle(long a, long b, long c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }
}
