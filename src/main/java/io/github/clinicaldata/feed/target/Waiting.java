package io.github.clinicaldata.feed.target;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Waits, in the thread of a feed, for what event loops do, once. */
final class Waiting {
    private static final Runnable NOTHING = () -> {};

    private final Duration most;
    private volatile Runnable onTimeout = NOTHING;

    /** Waits so long at most. */
    Waiting(Duration most) {
        this.most = most;
    }

    /** Says what ends the work whose result comes too late. */
    void onTimeout(Runnable end) {
        onTimeout = end;
    }

    /**
     * The result of some work.
     *
     * @throws TargetFailure when it fails or takes too long
     */
    <T> T forAnswer(Future<T> work) throws TargetFailure, InterruptedException {
        try {
            return work.toCompletionStage()
                    .toCompletableFuture()
                    .get(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            onTimeout.run();
            throw TargetFailure.passing("No answer came in " + most.toMillis() + " ms");
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        }
    }

    private static TargetFailure failure(@Nullable Throwable cause) {
        if (cause instanceof TargetFailure known) {
            return known;
        }
        if (cause == null) {
            return TargetFailure.passing("The connection failed");
        }
        String message = cause.getMessage();
        return TargetFailure.passing(
                message == null || message.isBlank()
                        ? "The connection failed: " + cause.getClass().getSimpleName()
                        : "The connection failed: " + message);
    }
}
