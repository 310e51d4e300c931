package io.github.clinicaldata.record.measurement;

/**
 * Standard normal numbers from uniform bits by a table of quantiles, and the share of them below a
 * number. The table is made with {@link StrictMath}, so that it is the same on every machine.
 *
 * <p>Quantiles are those of Peter Acklam's rational approximation (relative error below 1.2e-9);
 * between them it runs straight. The outermost cell on each side has a finer table of its own.
 */
final class Normals {
    private static final int BITS = 12;
    private static final int CELLS = 1 << BITS;
    private static final int REST_BITS = 53 - BITS;
    private static final long REST_MASK = (1L << REST_BITS) - 1;
    private static final double REST_SCALE = 1.0 / (1L << REST_BITS);

    /** Where what lies in the outermost cell is cut off: one in 2^26. */
    private static final double OUTERMOST = 5.54;

    private static final double[] QUANTILES = new double[CELLS + 1];
    private static final double[] TAIL = new double[CELLS + 1];

    private static final double[] A = {
        -3.969683028665376e+01,
        2.209460984245205e+02,
        -2.759285104469687e+02,
        1.383577518672690e+02,
        -3.066479806614716e+01,
        2.506628277459239e+00
    };
    private static final double[] B = {
        -5.447609879822406e+01,
        1.615858368580409e+02,
        -1.556989798598866e+02,
        6.680131188771972e+01,
        -1.328068155288572e+01,
        1
    };
    private static final double[] C = {
        -7.784894002430293e-03,
        -3.223964580411365e-01,
        -2.400758277161838e+00,
        -2.549732539343734e+00,
        4.374664141464968e+00,
        2.938163982698783e+00
    };
    private static final double[] D = {
        7.784695709041462e-03,
        3.224671290700398e-01,
        2.445134137142996e+00,
        3.754408661907416e+00,
        1
    };
    private static final double LOW = 0.02425;

    static {
        for (int i = 1; i < CELLS; i++) {
            QUANTILES[i] = quantile((double) i / CELLS);
            TAIL[i] = quantile((double) i / CELLS / CELLS);
        }
        QUANTILES[0] = -OUTERMOST;
        QUANTILES[CELLS] = OUTERMOST;
        TAIL[0] = -OUTERMOST;
        TAIL[CELLS] = QUANTILES[1];
    }

    private Normals() {}

    private static double quantile(double p) {
        if (p > 0.5) {
            return -quantile(1 - p);
        }
        if (p < LOW) {
            double q = StrictMath.sqrt(-2 * StrictMath.log(p));
            return polynomial(C, q) / polynomial(D, q);
        }
        double q = p - 0.5;
        double r = q * q;
        return polynomial(A, r) * q / polynomial(B, r);
    }

    private static double polynomial(double[] coefficients, double x) {
        double sum = 0;
        for (double coefficient : coefficients) {
            sum = sum * x + coefficient;
        }
        return sum;
    }

    /** A normal number of 64 uniform bits. */
    static double of(long bits) {
        int cell = (int) (bits >>> 64 - BITS);
        long rest = bits >>> 11 & REST_MASK;
        if (cell == 0 || cell == CELLS - 1) {
            double tail = tail(cell == 0 ? rest : REST_MASK - rest);
            return cell == 0 ? tail : -tail;
        }
        double low = QUANTILES[cell];
        return low + (QUANTILES[cell + 1] - low) * (rest * REST_SCALE);
    }

    private static double tail(long rest) {
        int cell = (int) (rest >>> REST_BITS - BITS);
        double part = (rest & (1L << REST_BITS - BITS) - 1) * (CELLS * REST_SCALE);
        return TAIL[cell] + (TAIL[cell + 1] - TAIL[cell]) * part;
    }

    /** The share of standard normal numbers below a number, 0 to 1. */
    static double shareBelow(double z) {
        if (z <= QUANTILES[1]) {
            return z <= -OUTERMOST ? 0 : search(TAIL, z) / CELLS;
        }
        return z >= OUTERMOST ? 1 : search(QUANTILES, z);
    }

    private static double search(double[] table, double z) {
        int low = 0;
        int high = CELLS;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (table[middle] <= z) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + (z - table[low]) / (table[high] - table[low])) / CELLS;
    }
}
