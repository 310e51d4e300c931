package io.github.clinicaldata.record.measurement;

/** The values of a member on a day by analyte, as far as they are known. Used again for each. */
final class Specimen {
    private final long[] values;
    private final int[] known;
    private int now;

    /** Room for so many analytes. */
    Specimen(int analytes) {
        values = new long[analytes];
        known = new int[analytes];
    }

    /** Forgets all values. */
    void clear() {
        now++;
    }

    /** Whether there is a value of an analyte. */
    boolean has(int analyte) {
        return known[analyte] == now;
    }

    /** The value of an analyte without its decimal point, or the number of a coded value. */
    long get(int analyte) {
        return values[analyte];
    }

    /** Notes a value. */
    void put(int analyte, long value) {
        values[analyte] = value;
        known[analyte] = now;
    }
}
