package io.github.clinicaldata.job;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which jobs to list, the latest first.
 *
 * @param state only those in a state, or null
 * @param kind only those of a kind, or null
 * @param after only those after the last one of the page before, or null
 * @param limit how many at most
 */
public record JobQuery(
        @Nullable JobState state, @Nullable String kind, @Nullable Position after, int limit) {

    /**
     * A page of jobs.
     *
     * @param jobs the latest first
     * @param next where the next page goes on, or null after the last
     */
    public record Page(List<Job> jobs, @Nullable Position next) {}

    /** The place of a job in the list, which stays the same while others come. */
    public record Position(Instant created, UUID id) {
        static Position of(Job job) {
            return new Position(job.times().created(), job.id());
        }

        /** The position as clients carry it. */
        public String token() {
            String text = ChronoUnit.MICROS.between(Instant.EPOCH, created) + " " + id;
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
            } catch (IllegalArgumentException
                    | ArithmeticException
                    | java.time.DateTimeException e) {
                return Optional.empty();
            }
        }
    }
}
