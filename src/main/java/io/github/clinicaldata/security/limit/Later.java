package io.github.clinicaldata.security.limit;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Runs small pieces of work that don't block, after a while. */
final class Later {
    private Later() {}

    static void run(Runnable work, long delay, TimeUnit unit) {
        CompletableFuture.delayedExecutor(delay, unit).execute(work);
    }
}
