package io.github.clinicaldata.security.audit.table;

import io.github.clinicaldata.security.audit.AuditOutcome;
import io.github.clinicaldata.work.ListPosition;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which requests to list, the latest first. Whatever is null selects all.
 *
 * @param from only those that came then or later
 * @param until only those that came before
 * @param key only those with the key of an id
 * @param requestId only those with an id, as in the header {@code X-Request-ID}
 * @param address only those of a client
 * @param endpoint only those of a path; one that ends with {@code *} stands for all that begin so
 * @param status only those with a status of HTTP or gRPC
 * @param outcome only those that ended in a way
 * @param after only those after the last one of the page before
 * @param limit how many at most
 */
public record AuditQuery(
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable String key,
        @Nullable String requestId,
        @Nullable String address,
        @Nullable String endpoint,
        @Nullable String status,
        @Nullable AuditOutcome outcome,
        @Nullable ListPosition after,
        int limit) {

    /**
     * A page of requests.
     *
     * @param rows the latest first
     * @param next where the next page goes on, or null after the last
     */
    public record Page(List<AuditRow> rows, @Nullable ListPosition next) {}
}
