package io.github.clinicaldata.security.limit;

import io.github.bucket4j.Bucket;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Keeps a bucket of this server in step with what a client has had on all of them: tells the ledger
 * what was taken here, some milliseconds later, and takes off what was taken elsewhere. Nobody
 * waits for it; while the ledger is away, the bucket goes on by itself.
 */
final class SharedTokens {
    /** What is taken meanwhile is told together. */
    private static final long GATHER_MILLIS = 5;

    private final SharedLedger ledger;
    private final String name;
    private final long perMinute;
    private final Bucket bucket;
    private final AtomicLong untold = new AtomicLong();
    private final AtomicBoolean telling = new AtomicBoolean();

    SharedTokens(SharedLedger ledger, String name, long perMinute, Bucket bucket) {
        this.ledger = ledger;
        this.name = name;
        this.perMinute = perMinute;
        this.bucket = bucket;
    }

    /** Says that tokens were taken out of the bucket, or given back to it. */
    void taken(long tokens) {
        untold.addAndGet(tokens);
        tell();
    }

    private void tell() {
        if (untold.get() == 0 || !ledger.mayAsk() || !telling.compareAndSet(false, true)) {
            return;
        }
        long told = untold.getAndSet(0);
        ledger.tokens(name, perMinute, told)
                .whenComplete(
                        (left, failure) -> {
                            if (failure == null) {
                                adopt(left);
                            } else {
                                // it had no more than a minute's tokens here that still count
                                untold.updateAndGet(now -> Math.min(perMinute, now + told));
                            }
                            telling.set(false);
                            if (untold.get() != 0) {
                                Later.run(this::tell, GATHER_MILLIS, TimeUnit.MILLISECONDS);
                            }
                        });
    }

    private void adopt(long leftOverAll) {
        long surplus = bucket.getAvailableTokens() - (leftOverAll - untold.get());
        if (surplus > 0) {
            bucket.consumeIgnoringRateLimits(surplus);
        } else if (surplus < 0) {
            bucket.addTokens(-surplus);
        }
    }
}
