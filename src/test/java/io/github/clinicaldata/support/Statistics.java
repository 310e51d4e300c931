package io.github.clinicaldata.support;

/** The few statistics that tests of distributions need; plain sums, no library. */
public final class Statistics {
    /**
     * Draws are seeded, so a test either always passes or always fails; one in a million by chance
     * is rare enough for all tests together.
     */
    public static final double RARE = 1e-6;

    private Statistics() {}

    /**
     * Pearson's chi-square test of independent draws against expected shares. Cells of which fewer
     * than five are expected are put together.
     *
     * @param counts how often each choice came
     * @param shares what is expected, in any scale; zero means never
     * @return the probability of a deviation at least as large by chance, 0 to 1
     */
    public static double chiSquare(long[] counts, double[] shares) {
        double total = sum(counts);
        double scale = total / sum(shares);
        double statistic = 0;
        int cells = 0;
        double restExpected = 0;
        double restCounted = 0;
        for (int i = 0; i < counts.length; i++) {
            double expected = shares[i] * scale;
            if (expected == 0 && counts[i] > 0) {
                return 0;
            }
            if (expected < 5) {
                restExpected += expected;
                restCounted += counts[i];
                continue;
            }
            statistic += square(counts[i] - expected) / expected;
            cells++;
        }
        if (restExpected >= 5) {
            statistic += square(restCounted - restExpected) / restExpected;
            cells++;
        }
        return cells < 2 ? 1 : upperTail(statistic, cells - 1);
    }

    /**
     * The largest difference in probability that any event can have under the two distributions:
     * half the sum of absolute differences. For draws that are clustered, where chi-square says too
     * much.
     */
    public static double totalVariation(long[] counts, double[] shares) {
        double total = sum(counts);
        double all = sum(shares);
        double distance = 0;
        for (int i = 0; i < counts.length; i++) {
            distance += Math.abs(counts[i] / total - shares[i] / all);
        }
        return distance / 2;
    }

    /** By Wilson and Hilferty: the cube root of chi-square over its degrees is nearly normal. */
    private static double upperTail(double chiSquare, int degrees) {
        double variance = 2.0 / (9.0 * degrees);
        double z = (Math.cbrt(chiSquare / degrees) - (1 - variance)) / Math.sqrt(variance);
        return normalTail(z);
    }

    /** Abramowitz and Stegun 26.2.17, good to 7.5 * 10^-8. */
    private static double normalTail(double z) {
        if (z < 0) {
            return 1 - normalTail(-z);
        }
        double t = 1 / (1 + 0.2316419 * z);
        double polynomial =
                t
                        * (0.319381530
                                + t
                                        * (-0.356563782
                                                + t
                                                        * (1.781477937
                                                                + t
                                                                        * (-1.821255978
                                                                                + t
                                                                                        * 1.330274429))));
        return Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) * polynomial;
    }

    private static double square(double value) {
        return value * value;
    }

    private static double sum(long[] values) {
        double sum = 0;
        for (long value : values) {
            sum += value;
        }
        return sum;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
