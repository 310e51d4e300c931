package io.github.clinicaldata.feed.target;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an endpoint answers.
 *
 * @param status the status code
 * @param retryAfter the header of this name, or null
 */
record HttpAnswer(int status, @Nullable String retryAfter) {
    private static final int GOOD_FROM = 200;
    private static final int REDIRECT_FROM = 300;
    private static final int BAD_FROM = 400;
    private static final int FAILED_FROM = 500;
    private static final Duration LONGEST = Duration.ofHours(1);

    /** Statuses that ask to come again; 409 says that the same key is being worked on. */
    private static final Set<Integer> PASSING = Set.of(408, 409, 425, 429);

    /** Statuses that are about the body. */
    private static final Set<Integer> ABOUT_THE_BODY = Set.of(400, 413, 415, 422);

    /**
     * Holds that the batch was taken.
     *
     * @throws TargetFailure when it was not
     */
    void requireTaken() throws TargetFailure {
        if (status >= GOOD_FROM && status < REDIRECT_FROM) {
            return;
        }
        String message = "The endpoint answered " + status;
        if (status >= FAILED_FROM || PASSING.contains(status)) {
            throw TargetFailure.passing(message, pause());
        }
        if (ABOUT_THE_BODY.contains(status)) {
            throw TargetFailure.refused(message);
        }
        throw TargetFailure.hopeless(
                status >= REDIRECT_FROM && status < BAD_FROM
                        ? message + "; redirects are not followed"
                        : message);
    }

    /** Seconds or a date (RFC 9110, section 10.2.3), as far as they make sense. */
    private @Nullable Duration pause() {
        if (retryAfter == null) {
            return null;
        }
        String value = retryAfter.strip();
        Duration pause;
        if (value.matches("[0-9]{1,9}")) {
            pause = Duration.ofSeconds(Long.parseLong(value));
        } else {
            try {
                pause =
                        Duration.between(
                                Instant.now(),
                                ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME));
            } catch (DateTimeParseException e) {
                return null;
            }
        }
        if (pause.isNegative()) {
            return null;
        }
        return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    }
}
