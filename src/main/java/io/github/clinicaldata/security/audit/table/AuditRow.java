package io.github.clinicaldata.security.audit.table;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.github.clinicaldata.security.audit.AuditEvent;
import java.util.UUID;

/**
 * A request as the database keeps it.
 *
 * @param id of the row, given before it is written so that it can be written again
 * @param event the request
 */
public record AuditRow(UUID id, @JsonUnwrapped AuditEvent event) {
    AuditRow(AuditEvent event) {
        this(UUID.randomUUID(), event);
    }
}
