package io.github.clinicaldata.record.profile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a measure found.
 *
 * @param rows a row for each value
 * @param percentiles how numbers lie, or null
 * @param value a single number, or null
 */
public record Outcome(List<Row> rows, @Nullable Percentiles percentiles, @Nullable Double value) {
    private static final double MILLIONTHS = 1_000_000;

    /**
     * How often a value occurs.
     *
     * @param value what it is
     * @param count how many records
     * @param share of which part of what the measure counts
     * @param expected the share that the source gives, or null
     */
    public record Row(String value, long count, double share, @Nullable Double expected) {
        /** Rounds the shares to six decimals. */
        public Row {
            share = rounded(share);
            expected = expected == null ? null : Double.valueOf(rounded(expected));
        }
    }

    /**
     * How numbers lie.
     *
     * @param count how many records have a number
     */
    public record Percentiles(
            long count,
            double mean,
            double min,
            double p5,
            double p25,
            double p50,
            double p75,
            double p95,
            double p99,
            double max) {}

    private static double rounded(double share) {
        return Math.round(share * MILLIONTHS) / MILLIONTHS;
    }

    static Outcome of(List<Row> rows) {
        return new Outcome(List.copyOf(rows), null, null);
    }

    static Outcome of(double value) {
        return new Outcome(List.of(), null, value);
    }
}
