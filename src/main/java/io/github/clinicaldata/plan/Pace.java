package io.github.clinicaldata.plan;

/**
 * How fast records are due: a rate that climbs or falls evenly from one value to another and stays
 * there.
 *
 * @param from records a second at the start
 * @param to records a second after the ramp
 * @param rampSeconds how long the ramp lasts; 0 for none
 * @param arrival whether records come evenly or at random
 */
public record Pace(double from, double to, double rampSeconds, Arrival arrival) {
    /** How records spread in time. */
    public enum Arrival {
        /** In even intervals. */
        STEADY,
        /** As a Poisson process: intervals are exponential. */
        POISSON
    }

    /** How many records are due after so many seconds, on average. */
    public double due(double seconds) {
        if (seconds >= rampSeconds) {
            return (from + to) / 2 * rampSeconds + to * (seconds - rampSeconds);
        }
        return from * seconds + (to - from) * seconds * seconds / (2 * rampSeconds);
    }

    /** After how many seconds so many records are due; the inverse of {@link #due}. */
    public double seconds(double records) {
        double inRamp = (from + to) / 2 * rampSeconds;
        if (records >= inRamp) {
            return rampSeconds + (records - inRamp) / to;
        }
        double slope = (to - from) / rampSeconds;
        if (slope == 0) {
            return records / from;
        }
        return (Math.sqrt(from * from + 2 * slope * records) - from) / slope;
    }
}
