package io.github.clinicaldata.record;

import io.github.clinicaldata.record.code.SiteCodes;
import io.github.clinicaldata.record.random.Mixer;
import java.time.LocalDate;
import java.util.HexFormat;

/**
 * The name of a population. Every record is a pure function of it, a kind and an index.
 *
 * @param seed from 0 to {@link RecordId#MAX_SEED}
 * @param epoch the first day of the plan year against which people are drawn
 * @param asOf the day up to which events are known; not before the epoch and not after {@link
 *     #lastAsOf}
 * @param knobs the settings that change records
 */
public record Population(long seed, LocalDate epoch, LocalDate asOf, Knobs knobs) {
    /** Changes whenever the bytes of a given population change; golden files guard it. */
    public static final int DATA_VERSION = 6;

    /**
     * Years after the epoch for which events are made; the last day for {@code asOf} is in them.
     */
    public static final int YEARS_AHEAD = 3;

    /** Refuses what no population can be; plans check the same before and say it better. */
    public Population {
        if (seed < 0 || seed > RecordId.MAX_SEED) {
            throw new IllegalArgumentException("seed must be from 0 to 2^48 - 1, was " + seed);
        }
        if (asOf.isBefore(epoch)) {
            throw new IllegalArgumentException("asOf " + asOf + " is before the epoch " + epoch);
        }
        if (asOf.isAfter(lastAsOf(epoch))) {
            throw new IllegalArgumentException("asOf " + asOf + " is after " + lastAsOf(epoch));
        }
    }

    /** The last {@code asOf} of the populations of an epoch. */
    public static LocalDate lastAsOf(LocalDate epoch) {
        return epoch.plusYears(YEARS_AHEAD).minusDays(1);
    }

    /** A population at its epoch with no knob turned. */
    public static Population of(long seed, LocalDate epoch) {
        return new Population(seed, epoch, epoch, Knobs.DEFAULTS);
    }

    /** All that is needed to make the same records again. */
    public String name() {
        return "seed="
                + seed
                + ";epoch="
                + epoch
                + ";as_of="
                + asOf
                + ";data_version="
                + DATA_VERSION
                + siteCodes()
                + knobs;
    }

    private static String siteCodes() {
        String codes = SiteCodes.installed().fingerprint();
        return codes.isEmpty() ? "" : ";codes=" + codes;
    }

    /** Sixteen hexadecimal digits that tell this population from others; part of an event's id. */
    public String fingerprint() {
        return HexFormat.of().toHexDigits(Mixer.hash(name()));
    }
}
