package io.github.clinicaldata.plan;

/**
 * One of several disjoint parts of a stream.
 *
 * @param number from 0 to count - 1
 * @param count how many parts there are
 */
public record Shard(int number, int count) {
    /** The whole. */
    public static final Shard WHOLE = new Shard(0, 1);

    /** The largest count. */
    public static final int MAX_COUNT = 65_536;

    /** Whether there are no other parts. */
    public boolean isWhole() {
        return count == 1;
    }
}
