package io.github.clinicaldata.feed;

import io.github.clinicaldata.plan.Pace;
import io.github.clinicaldata.stream.Pacer;
import io.github.clinicaldata.work.StoppedException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Holds a feed to its rate, which others may change meanwhile. A batch is due with its last record.
 * When a feed begins, goes on, or gets another rate, its pace begins anew: a ramp climbs again, and
 * what was due while nothing could be sent is not made up for. Who is only slow gets what was due
 * meanwhile as soon as it takes it, as the reader of a stream does.
 */
final class FeedPace {
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final long seed;
    private final BooleanSupplier stopped;
    private volatile @Nullable Pace wanted;
    private volatile boolean anew = true;
    private @Nullable Pacer pacer;
    private long start;

    /**
     * The pace of a feed.
     *
     * @param seed of the population, from which random arrivals follow
     * @param pace how fast, or null for as fast as the target takes
     * @param stopped becomes true when nobody waits any more
     */
    FeedPace(long seed, @Nullable Pace pace, BooleanSupplier stopped) {
        this.seed = seed;
        this.stopped = stopped;
        wanted = pace;
    }

    /** Changes the rate, from now on. */
    void change(@Nullable Pace pace) {
        wanted = pace;
        anew = true;
    }

    /** Lets the pace begin anew with the next record. */
    void beginAnew() {
        anew = true;
    }

    /**
     * Waits until so many records are due.
     *
     * @param index of the first of them
     * @throws StoppedException when nobody waits any more
     */
    void await(long index, int records) throws InterruptedException {
        int due = 0;
        while (due < records) {
            if (stopped.getAsBoolean()) {
                throw new StoppedException();
            }
            if (anew) {
                begin(index);
            }
            Pacer current = pacer;
            if (current == null) {
                return;
            }
            long elapsed = System.nanoTime() - start;
            due += current.take(elapsed, records - due);
            if (due < records) {
                long wait = Math.min(LOOK_NANOS, Math.max(0, current.nanosToNext(elapsed)));
                TimeUnit.NANOSECONDS.sleep(wait);
            }
        }
    }

    private void begin(long index) {
        anew = false;
        Pace pace = wanted;
        pacer = pace == null ? null : new Pacer(pace, seed, index);
        start = System.nanoTime();
    }
}
