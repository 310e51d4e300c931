package io.github.clinicaldata.record.measurement;

/** How a value follows from others. */
@FunctionalInterface
interface Formula {
    /** The value; {@link Double#NaN} for none. */
    double of(Patient patient, Specimen values);

    /**
     * Changes the values from which it follows, so that they agree with the rounded result.
     *
     * @param result the analyte of the result
     */
    default void mend(Patient patient, Specimen values, int result) {}
}
