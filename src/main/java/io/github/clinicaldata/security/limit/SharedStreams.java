package io.github.clinicaldata.security.limit;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Knows how many streams a client has on other servers, as of some milliseconds ago, and tells them
 * how many it has here. While the ledger is away, those elsewhere count for nothing.
 */
final class SharedStreams {
    /** Counts of servers that say nothing for {@link RedisLedger#SILENCE_SECONDS} are forgotten. */
    private static final long TELL_EVERY_SECONDS = RedisLedger.SILENCE_SECONDS / 3;

    private final SharedLedger ledger;
    private final String client;
    private final AtomicInteger here;
    private final AtomicBoolean telling = new AtomicBoolean();
    private final AtomicBoolean ticking = new AtomicBoolean();
    private volatile int elsewhere;
    private volatile int told;

    /**
     * A client's streams.
     *
     * @param here how many run on this server
     */
    SharedStreams(SharedLedger ledger, String client, AtomicInteger here) {
        this.ledger = ledger;
        this.client = client;
        this.here = here;
    }

    /** How many run on other servers. */
    int elsewhere() {
        return elsewhere;
    }

    /** Says that the number here has changed, or that the one elsewhere should be asked for. */
    void changed() {
        tell();
        if (here.get() > 0 && ticking.compareAndSet(false, true)) {
            Later.run(this::tick, TELL_EVERY_SECONDS, TimeUnit.SECONDS);
        }
    }

    private void tick() {
        ticking.set(false);
        if (here.get() > 0 || told > 0) {
            changed();
        }
    }

    private void tell() {
        if (!ledger.mayAsk()) {
            elsewhere = 0;
            return;
        }
        if (!telling.compareAndSet(false, true)) {
            return;
        }
        int count = here.get();
        ledger.streams(client, count)
                .whenComplete(
                        (others, failure) -> {
                            elsewhere = failure == null ? others : 0;
                            told = failure == null ? count : told;
                            telling.set(false);
                            if (failure == null && here.get() != count) {
                                tell();
                            }
                        });
    }
}
