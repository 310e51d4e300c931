package io.github.clinicaldata.feed;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before another attempt: anything between nothing and a bound that doubles with
 * each failure ("full jitter"), so that many feeds do not come back to a target at the same moment.
 */
final class Backoff {
    private static final int MOST_DOUBLINGS = 30;

    private final long firstMillis;
    private final long longestMillis;
    private final RandomGenerator random;
    private int failures;

    /**
     * Pauses of a feed.
     *
     * @param first the bound after the first failure
     * @param longest the bound that is never passed
     * @param random draws between nothing and the bound
     */
    Backoff(Duration first, Duration longest, RandomGenerator random) {
        firstMillis = first.toMillis();
        longestMillis = longest.toMillis();
        this.random = random;
    }

    /** The pause after one more failure, in milliseconds. */
    long nextMillis() {
        long bound = Math.min(longestMillis, firstMillis << Math.min(failures, MOST_DOUBLINGS));
        failures++;
        return random.nextLong(bound + 1);
    }

    /** Begins anew after a success. */
    void succeeded() {
        failures = 0;
    }
}
