package io.github.clinicaldata.record.vaccine;

import io.github.clinicaldata.record.random.RandomStream;

/**
 * Waiting times: short ones are common and long ones rare (the exponential distribution), from a
 * table of its quantiles, so that they are the same on every machine.
 */
final class Delays {
    private static final int SIZE = 4_096;
    private static final double[] QUANTILES = new double[SIZE];

    static {
        for (int i = 0; i < SIZE; i++) {
            QUANTILES[i] = -StrictMath.log(1 - (i + 0.5) / SIZE);
        }
    }

    private Delays() {}

    /** A waiting time in whole days, with the given mean. */
    static int days(double mean, RandomStream stream) {
        return (int) (mean * QUANTILES[stream.nextInt(SIZE)]);
    }
}
