package io.github.clinicaldata.record.random;

/**
 * Deals a block of a fixed number of members out into groups of 1 to n members, so that the group
 * of a member is found by drawing its block alone.
 *
 * <p>Sizes are drawn as if independent, on condition that they fill the block exactly. That
 * condition makes large groups a little rarer; the weights are corrected for it, so that over many
 * blocks the sizes follow the given shares.
 */
public final class BlockPartition {
    private static final int CORRECTIONS = 60;

    private final int block;
    private final AliasTable[] byRemaining;

    /**
     * Prepares the tables.
     *
     * @param block members in a block
     * @param shares the share of groups with 1, 2, … members
     */
    public BlockPartition(int block, double... shares) {
        this.block = block;
        double sum = 0;
        for (double share : shares) {
            sum += share;
        }
        double[] weights = shares.clone();
        for (int i = 0; i < CORRECTIONS; i++) {
            double[] expected = expectedShares(weights);
            for (int k = 0; k < weights.length; k++) {
                weights[k] *= expected[k] == 0 ? 0 : shares[k] / sum / expected[k];
            }
        }
        double[] fillings = fillings(weights);
        byRemaining = new AliasTable[block + 1];
        for (int remaining = 1; remaining <= block; remaining++) {
            double[] next = new double[Math.min(weights.length, remaining)];
            for (int k = 1; k <= next.length; k++) {
                next[k - 1] = weights[k - 1] * fillings[remaining - k];
            }
            byRemaining[remaining] = AliasTable.of(next);
        }
    }

    /** The total weight of all ways to fill 0, 1, … members. */
    private double[] fillings(double[] weights) {
        double[] fillings = new double[block + 1];
        fillings[0] = 1;
        for (int n = 1; n <= block; n++) {
            for (int k = 1; k <= Math.min(weights.length, n); k++) {
                fillings[n] += weights[k - 1] * fillings[n - k];
            }
        }
        return fillings;
    }

    private double[] expectedShares(double[] weights) {
        double[] fillings = fillings(weights);
        double[] expected = new double[weights.length];
        double sum = 0;
        for (int k = 1; k <= weights.length; k++) {
            for (int before = 0; before + k <= block; before++) {
                expected[k - 1] += weights[k - 1] * fillings[before] * fillings[block - before - k];
            }
            sum += expected[k - 1];
        }
        for (int k = 0; k < expected.length; k++) {
            expected[k] /= sum;
        }
        return expected;
    }

    /** How many members a block has. */
    public int block() {
        return block;
    }

    /**
     * Deals out one block.
     *
     * @param stream the block's own stream
     * @param firstOfMember receives, for each member of the block, the position of the first member
     *     of its group; at least as long as the block
     */
    public void deal(RandomStream stream, int[] firstOfMember) {
        int position = 0;
        while (position < block) {
            int size = byRemaining[block - position].pick(stream) + 1;
            for (int i = position; i < position + size; i++) {
                firstOfMember[i] = position;
            }
            position += size;
        }
    }
}
