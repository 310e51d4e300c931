package io.github.clinicaldata.record.random;

/**
 * A reusable cursor over one keyed stream of random numbers (SplitMix64).
 *
 * <p>The numbers depend on nothing but the key and the aspect given to {@link #reset}. Not safe for
 * use by several threads; each reader owns one.
 */
public final class RandomStream {
    private long state;

    /** Points the cursor at the start of the stream of one aspect of the thing with this key. */
    public RandomStream reset(long key, Aspect aspect) {
        state = Mixer.mix(key ^ aspect.key());
        return this;
    }

    /** The next 64 uniform bits. */
    public long nextLong() {
        state += Mixer.GOLDEN;
        return Mixer.mix(state);
    }

    /**
     * A uniform number in {@code [0, bound)}, by the multiply-shift method; its bias is below 2^-32
     * for the bounds that occur here.
     *
     * @param bound at least 1
     */
    public int nextInt(int bound) {
        return (int) (((nextLong() >>> 32) * bound) >>> 32);
    }

    /** A uniform number between two bounds, both included. */
    public int between(int low, int high) {
        return low + nextInt(high - low + 1);
    }

    /** A uniform number in {@code [0, 1)} with 53 bits. */
    public double nextDouble() {
        return (nextLong() >>> 11) * 0x1.0p-53;
    }

    /** True with the given probability. */
    public boolean chance(double probability) {
        return nextDouble() < probability;
    }
}
