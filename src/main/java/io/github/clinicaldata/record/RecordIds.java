package io.github.clinicaldata.record;

/** Makes the ids of one kind in the population of one seed. Immutable. */
public final class RecordIds {
    private final long checkKey;
    private final long left;
    private final long right;

    /**
     * The ids of a kind.
     *
     * @param kindCode 0 to {@link RecordId#MAX_KIND}
     * @param seed 0 to {@link RecordId#MAX_SEED}
     */
    public RecordIds(int kindCode, long seed) {
        checkKey = RecordId.checkKey(kindCode, seed);
        // left: kind 8, check 24, the high 28 bits of the seed; right: its low 20 bits, index 42
        left = ((long) kindCode << 52) | (seed >>> 20);
        right = (seed & 0xFFFFFL) << 42;
    }

    /** The id of the record at an index. */
    public RecordId at(long index) {
        return RecordId.mixed(left | RecordId.check(checkKey, index) << 28, right | index);
    }
}
