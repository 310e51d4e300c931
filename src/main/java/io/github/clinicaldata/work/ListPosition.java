package io.github.clinicaldata.work;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * The place of a job, a feed or a request in a list, the latest first, which stays the same while
 * others come.
 *
 * @param created when it was taken on
 * @param id tells it from others of the same moment
 */
public record ListPosition(Instant created, UUID id) {
    /** The position as clients carry it. */
    public String token() {
        String text = ChronoUnit.MICROS.between(Instant.EPOCH, created) + " " + id;
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** The position of a token, or nothing when it is none. */
    public static Optional<ListPosition> parse(String token) {
        try {
            byte[] text = Base64.getUrlDecoder().decode(token);
            String[] parts = new String(text, StandardCharsets.US_ASCII).split(" ", 2);
            long micros = Long.parseLong(parts[0]);
            return Optional.of(
                    new ListPosition(
                            Instant.EPOCH.plus(micros, ChronoUnit.MICROS),
                            UUID.fromString(parts[parts.length - 1])));
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            return Optional.empty();
        }
    }
}
