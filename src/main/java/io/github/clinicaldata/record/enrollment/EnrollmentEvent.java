package io.github.clinicaldata.record.enrollment;

import org.jspecify.annotations.Nullable;

/**
 * An enrollment as a block draws it, whatever {@code asOf} is. Days are counted since 1970-01-01.
 *
 * @param cover whose coverage it is about
 * @param reason why it is sent; says what it does too
 * @param changed what a change is of, or null
 * @param effective from when on it holds; of a termination the last day of coverage
 * @param file when the sponsor sends it
 */
record EnrollmentEvent(
        Cover cover,
        EnrollmentReason reason,
        @Nullable ChangedField changed,
        int effective,
        int file) {}
