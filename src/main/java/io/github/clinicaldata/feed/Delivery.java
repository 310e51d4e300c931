package io.github.clinicaldata.feed;

import io.github.clinicaldata.config.FeedsConfig;
import io.github.clinicaldata.feed.target.FeedTarget;
import io.github.clinicaldata.feed.target.TargetFailure;
import io.github.clinicaldata.stream.Batch;
import io.github.clinicaldata.work.StoppedException;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.faulttolerance.api.Guard;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;

/**
 * Brings batches to a target: tries again with growing pauses, and behind a circuit breaker, until
 * the target has them or says that it does not want them. Blocks the thread of its feed and nothing
 * else, so that the order of records needs no further care.
 */
final class Delivery {
    private static final long LOOK_MILLIS = 20;

    private final FeedTarget target;
    private final Events events;
    private final BooleanSupplier stopped;
    private final Duration retryFor;
    private final Backoff backoff;
    private final Guard breaker;
    private volatile CircuitBreakerState state = CircuitBreakerState.CLOSED;

    Delivery(FeedTarget target, FeedsConfig config, Events events, BooleanSupplier stopped) {
        this.target = target;
        this.events = events;
        this.stopped = stopped;
        retryFor = config.retryFor();
        backoff =
                new Backoff(
                        config.firstPause(), config.longestPause(), ThreadLocalRandom.current());
        breaker =
                Guard.create()
                        .withCircuitBreaker()
                        .when(Delivery::isPassing)
                        .requestVolumeThreshold(config.breakerFailures())
                        .failureRatio(1)
                        .delay(config.breakerDelay().toMillis(), ChronoUnit.MILLIS)
                        .onStateChange(changed -> state = changed)
                        .done()
                        .build();
    }

    /** What is told while a batch is on its way. */
    interface Events {
        /** Records of a batch have arrived, perhaps not all. */
        void arrived(Batch batch);

        /** An attempt failed, and another will be made. */
        void failed(String trouble);
    }

    private static boolean isPassing(Throwable failure) {
        return failure instanceof TargetFailure known
                && known.reason() == TargetFailure.Reason.PASSING;
    }

    /** Whether the circuit breaker lets nothing through. */
    boolean isBroken() {
        return state == CircuitBreakerState.OPEN;
    }

    /**
     * Brings a batch to the target.
     *
     * @throws TargetFailure when the target refuses it, or has taken nothing for too long
     * @throws StoppedException when the feed is to end
     */
    void bring(Batch batch) throws TargetFailure, InterruptedException {
        long firstFailure = 0;
        while (!batch.isDone()) {
            requireGoingOn();
            int before = batch.arrived();
            try {
                attempt(batch);
                backoff.succeeded();
                events.arrived(batch);
            } catch (CircuitBreakerOpenException e) {
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            } catch (TargetFailure e) {
                if (batch.arrived() > before) {
                    events.arrived(batch);
                    firstFailure = 0;
                }
                if (e.reason() != TargetFailure.Reason.PASSING) {
                    throw e;
                }
                long now = System.nanoTime();
                firstFailure = firstFailure == 0 ? now : firstFailure;
                if (now - firstFailure > retryFor.toNanos()) {
                    throw e;
                }
                events.failed(e.getMessage());
                pause(e);
            }
        }
    }

    private void attempt(Batch batch) throws TargetFailure, InterruptedException {
        try {
            breaker.call(
                    () -> {
                        target.send(batch);
                        return true;
                    },
                    Boolean.class);
        } catch (TargetFailure | InterruptedException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void pause(TargetFailure failure) throws InterruptedException {
        long millis = backoff.nextMillis();
        Duration asked = failure.retryAfter();
        if (asked != null) {
            millis = Math.max(millis, asked.toMillis());
        }
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (System.nanoTime() < end) {
            requireGoingOn();
            TimeUnit.MILLISECONDS.sleep(Math.min(LOOK_MILLIS, millis));
        }
    }

    private void requireGoingOn() {
        if (stopped.getAsBoolean()) {
            throw new StoppedException();
        }
    }
}
