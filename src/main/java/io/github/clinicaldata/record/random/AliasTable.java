package io.github.clinicaldata.record.random;

import java.util.Arrays;

/**
 * Weighted choice in constant time: the alias method of Walker in Vose's form ("A linear algorithm
 * for generating random numbers with a given distribution", IEEE TSE 17(9), 1991).
 *
 * <p>Immutable. Built with plain IEEE arithmetic only, so the same weights make the same table on
 * every machine.
 */
public final class AliasTable {
    /**
     * The threshold in the high half and the alias in the low one, so that a pick reads one place.
     */
    private final long[] columns;

    private final double[] share;

    private AliasTable(int[] alias, int[] threshold, double[] share) {
        this.share = share;
        columns = new long[alias.length];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = (long) threshold[i] << 32 | alias[i];
        }
    }

    /**
     * Builds the table.
     *
     * @param weights one weight a choice, none negative or infinite, with a positive sum
     * @throws IllegalArgumentException when there is no weight, or a negative or infinite one, or
     *     only zeros
     */
    public static AliasTable of(double... weights) {
        int n = weights.length;
        double sum = 0;
        for (double weight : weights) {
            if (!(weight >= 0) || weight == Double.POSITIVE_INFINITY) {
                throw new IllegalArgumentException(
                        "A weight is negative, infinite or not a number: " + weight);
            }
            sum += weight;
        }
        if (!(sum > 0)) {
            throw new IllegalArgumentException("The weights have no positive sum");
        }
        double[] share = new double[n];
        double[] scaled = new double[n];
        for (int i = 0; i < n; i++) {
            share[i] = weights[i] / sum;
            scaled[i] = share[i] * n;
        }
        return fill(scaled, share);
    }

    private static AliasTable fill(double[] scaled, double[] share) {
        int n = scaled.length;
        int[] alias = new int[n];
        int[] threshold = new int[n];
        int[] small = new int[n];
        int[] large = new int[n];
        int smalls = 0;
        int larges = 0;
        for (int i = 0; i < n; i++) {
            alias[i] = i;
            threshold[i] = -1;
            if (scaled[i] < 1) {
                small[smalls++] = i;
            } else {
                large[larges++] = i;
            }
        }
        while (smalls > 0 && larges > 0) {
            int less = small[--smalls];
            int more = large[larges - 1];
            alias[less] = more;
            threshold[less] = (int) (long) (scaled[less] * 0x1.0p32);
            scaled[more] -= 1 - scaled[less];
            if (scaled[more] < 1) {
                larges--;
                small[smalls++] = more;
            }
        }
        return new AliasTable(alias, threshold, share);
    }

    /**
     * Chooses with 64 uniform bits: the high ones pick the column, the low ones decide between the
     * column's own choice and its alias.
     */
    public int pick(long bits) {
        int column = (int) (((bits >>> 32) * columns.length) >>> 32);
        long entry = columns[column];
        // all ones below the threshold: which way it goes cannot be foretold, so there is no branch
        int own = (int) (((bits & 0xFFFFFFFFL) - (entry >>> 32)) >> 63);
        int alias = (int) entry;
        return alias ^ ((alias ^ column) & own);
    }

    /** Chooses with the next number of a stream. */
    public int pick(RandomStream stream) {
        return pick(stream.nextLong());
    }

    /** How many choices there are. */
    public int size() {
        return columns.length;
    }

    /** The probability of a choice, 0 to 1. */
    public double share(int choice) {
        return share[choice];
    }

    /** The probabilities of all choices. */
    public double[] shares() {
        return Arrays.copyOf(share, share.length);
    }
}
