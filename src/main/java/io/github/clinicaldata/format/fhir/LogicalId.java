package io.github.clinicaldata.format.fhir;

import io.github.clinicaldata.record.RecordId;
import java.util.Optional;

/**
 * The logical id of a resource: the id of the record it stems from, and a suffix where a record
 * gives a second resource of the same type. So a read finds the record with no table.
 *
 * @param record the record's id
 * @param suffix empty, or a hyphen and letters
 */
public record LogicalId(RecordId record, String suffix) {
    private static final int UUID_LENGTH = 36;

    /** Reads the id of a resource, or nothing when no record can have it. */
    public static Optional<LogicalId> parse(String text) {
        if (text.length() < UUID_LENGTH) {
            return Optional.empty();
        }
        return RecordId.parse(text.substring(0, UUID_LENGTH))
                .map(record -> new LogicalId(record, text.substring(UUID_LENGTH)));
    }

    @Override
    public String toString() {
        return record + suffix;
    }
}
