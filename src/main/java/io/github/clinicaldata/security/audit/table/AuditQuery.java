package io.github.clinicaldata.security.audit.table;

import io.github.clinicaldata.security.audit.AuditOutcome;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
        @Nullable Position after,
        int limit) {

    /**
     * A page of requests.
     *
     * @param rows the latest first
     * @param next where the next page goes on, or null after the last
     */
    public record Page(List<AuditRow> rows, @Nullable Position next) {}

    /** The place of a request in the list, which stays the same while others come. */
    public record Position(Instant time, UUID id) {
        /** The position as clients carry it. */
        public String token() {
            String text = ChronoUnit.MICROS.between(Instant.EPOCH, time) + " " + id;
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(text.getBytes(StandardCharsets.US_ASCII));
        }

        /** The position of a token, or nothing when it is none. */
        public static Optional<Position> parse(String token) {
            try {
                byte[] text = Base64.getUrlDecoder().decode(token);
                String[] parts = new String(text, StandardCharsets.US_ASCII).split(" ", 2);
                long micros = Long.parseLong(parts[0]);
                return Optional.of(
                        new Position(
                                Instant.EPOCH.plus(micros, ChronoUnit.MICROS),
                                UUID.fromString(parts[parts.length - 1])));
            } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
                return Optional.empty();
            }
        }
    }
}
