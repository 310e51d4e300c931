package io.github.clinicaldata.record.random;

/**
 * Names the family of random streams of one kind of thing in one population: {@code (seed, kind)}.
 *
 * <p>From it comes a stream for each {@code (index, aspect)}. Streams of different keys, indexes or
 * aspects are independent of each other, so a new aspect never shifts what the others draw.
 *
 * @param value the mixed key
 */
public record RandomKey(long value) {
    /**
     * The key of a kind in the population of a seed.
     *
     * @param seed the population's seed
     * @param kind a stable name of what is drawn, for example {@code members}
     */
    public static RandomKey of(long seed, String kind) {
        return new RandomKey(Mixer.combine(Mixer.combine(Mixer.GOLDEN, seed), Mixer.hash(kind)));
    }

    /** The key of the thing at an index; give it to {@link RandomStream#reset}. */
    public long at(long index) {
        return Mixer.combine(value, index);
    }
}
