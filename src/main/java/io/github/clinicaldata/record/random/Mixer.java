package io.github.clinicaldata.record.random;

/**
 * The 64-bit mixing function under every draw.
 *
 * <p>Source of the constants: David Stafford's "Mix13" variant of the MurmurHash3 finalizer, as
 * used by SplitMix64 (Steele, Lea, Flood: "Fast splittable pseudorandom number generators", OOPSLA
 * 2014).
 */
public final class Mixer {
    /** The odd number nearest to 2^64 divided by the golden ratio; the step of a Weyl sequence. */
    public static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private Mixer() {}

    /** A bijection on 64 bits in which each input bit flips each output bit about half the time. */
    public static long mix(long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** Combines a key with one more part of it; the order of parts matters. */
    public static long combine(long key, long part) {
        return mix(key + GOLDEN * (part + 1));
    }

    /** Hashes a name into a key part; stable across machines and releases (FNV-1a, then mixed). */
    public static long hash(String name) {
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * 0x100000001B3L;
        }
        return mix(hash);
    }
}
