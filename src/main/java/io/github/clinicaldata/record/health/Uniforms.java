package io.github.clinicaldata.record.health;

import io.github.clinicaldata.record.random.Mixer;

/** Single uniform numbers by their key, where a stream would be of one number. */
public final class Uniforms {
    private Uniforms() {}

    /** A uniform number in {@code [0, 1)} of two keys. */
    public static double of(long key, long other) {
        return (Mixer.mix(key ^ other) >>> 11) * 0x1.0p-53;
    }
}
