package io.github.clinicaldata.record.enrollment;

import io.github.clinicaldata.record.Text;

/**
 * Why an enrollment is sent: a row of {@code codes/enrollment-reasons.csv}.
 *
 * @param type what it does
 * @param code the bare code of the enrollment file
 * @param key the file's own word, for example {@code job-ended}
 * @param share its share among the reasons of the same coverage and type, 0 to 1
 */
public record EnrollmentReason(MaintenanceType type, Text code, Text key, double share) {
    /** Whether this is the reason of a key. */
    boolean is(Text other) {
        return key.equals(other);
    }
}
