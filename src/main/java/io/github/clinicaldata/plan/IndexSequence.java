package io.github.clinicaldata.plan;

/**
 * The indexes of a stream, in ascending order: those from {@code from} to before {@code until} that
 * lie in every {@code stride}-th block, beginning with the block of {@code from}.
 *
 * @param from the first index
 * @param until the index after the last
 * @param stride 1 for all blocks
 * @param block how many indexes are made together
 */
public record IndexSequence(long from, long until, long stride, long block) {

    /** All indexes from one to before another. */
    public static IndexSequence range(long from, long until) {
        return new IndexSequence(from, until, 1, 1);
    }

    /**
     * The indexes of a shard of a range with an end: a contiguous part, so that the shards one
     * after the other are the whole.
     */
    public static IndexSequence part(long offset, long count, Shard shard) {
        return range(
                offset + share(count, shard.number(), shard.count()),
                offset + share(count, shard.number() + 1, shard.count()));
    }

    private static long share(long count, int number, int of) {
        return count / of * number + count % of * number / of;
    }

    /** The indexes of a shard of a range without an end: every n-th block. */
    public static IndexSequence interleaved(long offset, long until, Shard shard, long block) {
        if (shard.isWhole()) {
            return range(offset, until);
        }
        long from = shard.number() == 0 ? offset : (offset / block + shard.number()) * block;
        return new IndexSequence(Math.min(from, until), until, shard.count(), block);
    }

    /** The index after one of the sequence; not below {@code until} at its end. */
    public long after(long index) {
        long next = index + 1;
        return stride > 1 && next % block == 0 ? next + (stride - 1) * block : next;
    }

    /** Whether an index belongs to the sequence. */
    public boolean contains(long index) {
        return index >= from && index < until && (index / block - from / block) % stride == 0;
    }

    /** The rest of the sequence after one of its indexes. */
    public IndexSequence resumedAfter(long index) {
        return new IndexSequence(after(index), until, stride, block);
    }

    /** The indexes in words, such as {@code 0-99}. */
    public String range() {
        if (isEmpty()) {
            return "none";
        }
        String range = from + "-" + (until - 1);
        return stride == 1 ? range : range + " every " + stride + "th block of " + block;
    }

    /** Whether there is no index. */
    public boolean isEmpty() {
        return from >= until;
    }
}
