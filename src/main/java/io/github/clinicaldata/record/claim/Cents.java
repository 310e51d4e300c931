package io.github.clinicaldata.record.claim;

/** Shares, in ten-thousandths, and what they make of amounts. */
final class Cents {
    private static final int TEN_THOUSANDTHS = 10_000;

    private Cents() {}

    /** A share of 1 in ten-thousandths. */
    static int tenThousandths(double share) {
        return (int) Math.round(share * TEN_THOUSANDTHS);
    }

    /** A share in ten-thousandths of an amount in cents, rounded to the cent. */
    static long share(long cents, int tenThousandths) {
        return (cents * tenThousandths + TEN_THOUSANDTHS / 2) / TEN_THOUSANDTHS;
    }
}
