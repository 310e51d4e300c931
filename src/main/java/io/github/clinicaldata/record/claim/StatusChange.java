package io.github.clinicaldata.record.claim;

import io.github.clinicaldata.record.RecordSchema;
import java.time.LocalDate;

/**
 * A step of a claim.
 *
 * @param status the new status
 * @param day in days since 1970-01-01
 */
public record StatusChange(ClaimStatus status, int day) {
    /** The fields of a step. */
    public static final RecordSchema<StatusChange> SCHEMA =
            RecordSchema.<StatusChange>named("claim_status_change")
                    .code("status", ClaimStatus.class, StatusChange::status, "The new status")
                    .date("date", change -> LocalDate.ofEpochDay(change.day()), "Since when")
                    .build();
}
