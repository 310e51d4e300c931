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
    private long[] entries = new long[256];
    private int size;
    private double expected;

    /** Starts anew. */
    public void clear() {
        size = 0;
        expected = 0;
    }

    /** How many would be chosen on average if each were drawn alone. */
    public double expected() {
        return expected;
    }

    /** How many candidates there are. */
    public int size() {
        return size;
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

    /**
     * Chooses.
     *
     * @param count how many; all candidates where there are fewer
     * @return the numbers of the chosen ones, ascending
     */
    public int[] choose(int count) {
        int chosen = Math.min(count, size);
        if (chosen < size) {
            Arrays.sort(entries, 0, size);
        }
        int[] numbers = new int[chosen];
        for (int i = 0; i < chosen; i++) {
            numbers[i] = (int) entries[i];
        }
        Arrays.sort(numbers);
        return numbers;
    }
}
