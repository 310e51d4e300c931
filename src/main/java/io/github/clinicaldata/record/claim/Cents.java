package io.github.clinicaldata.record.claim;

/** Shares of amounts. */
final class Cents {
    private static final int TEN_THOUSANDTHS = 10_000;

    private Cents() {}

    /** A share in ten-thousandths of an amount in cents, rounded to the cent. */
    static long share(long cents, int tenThousandths) {
        return (cents * tenThousandths + TEN_THOUSANDTHS / 2) / TEN_THOUSANDTHS;
    }
}
