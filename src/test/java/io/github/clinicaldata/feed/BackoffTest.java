package io.github.clinicaldata.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class BackoffTest {
    /** Draws the largest number that may be drawn. */
    private static final RandomGenerator LARGEST =
            new RandomGenerator() {
                @Override
                public long nextLong() {
                    throw new UnsupportedOperationException();
                }

                @Override
                public long nextLong(long bound) {
                    return bound - 1;
                }
            };

    @Test
    void bound_doublesWithEachFailure_upToTheLongest_andBeginsAnewAfterASuccess() {
        Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofMillis(500), LARGEST);
        assertThat(new long[] {next(backoff), next(backoff), next(backoff), next(backoff)})
                .containsExactly(100, 200, 400, 500);
        for (int i = 0; i < 100; i++) {
            assertThat(next(backoff)).isEqualTo(500);
        }
        backoff.succeeded();
        assertThat(next(backoff)).isEqualTo(100);
    }

    private static long next(Backoff backoff) {
        return backoff.nextMillis();
    }

    @Test
    void pauses_areSpreadBetweenNothingAndTheBound() {
        long sum = 0;
        for (int i = 0; i < 2_000; i++) {
            Backoff backoff =
                    new Backoff(
                            Duration.ofMillis(1_000),
                            Duration.ofSeconds(30),
                            new SplittableRandom(i));
            long pause = backoff.nextMillis();
            assertThat(pause).isBetween(0L, 1_000L);
            sum += pause;
        }
        assertThat(sum / 2_000).isBetween(450L, 550L);
    }
}
