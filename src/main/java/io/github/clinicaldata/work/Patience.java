package io.github.clinicaldata.work;

import io.github.clinicaldata.database.DatabaseUnavailableException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Tries again what storage or the database refuses: after a tenth of a second, then after twice as
 * long each time, up to ten seconds, until it works, the time is over or the work is stopped.
 */
public final class Patience {
    private static final long FIRST_MILLIS = 100;
    private static final long LONGEST_MILLIS = 10_000;
    private static final long LOOK_MILLIS = 50;

    private final Duration most;
    private final AtomicBoolean stopped;
    private volatile @Nullable String trouble;

    /**
     * Patience with one piece of work.
     *
     * @param most how long to try again
     * @param stopped becomes true when nobody wants the work any more
     */
    public Patience(Duration most, AtomicBoolean stopped) {
        this.most = most;
        this.stopped = stopped;
    }

    /**
     * Work that may have to be done again.
     *
     * @param <T> what comes of it
     */
    @FunctionalInterface
    public interface Work<T> {
        T run() throws IOException;
    }

    /** What is waited for, or null. */
    public @Nullable String trouble() {
        return trouble;
    }

    /**
     * Does work.
     *
     * @throws IOException what storage said last, when the time is over
     * @throws DatabaseUnavailableException the same of the database
     * @throws StoppedException when the work was stopped
     */
    public <T> T with(Work<T> work) throws IOException {
        long start = System.nanoTime();
        long pause = FIRST_MILLIS;
        while (true) {
            try {
                T result = work.run();
                trouble = null;
                return result;
            } catch (IOException e) {
                trouble = String.valueOf(e.getMessage());
                if (isOver(start)) {
                    throw e;
                }
            } catch (DatabaseUnavailableException e) {
                trouble = String.valueOf(e.getMessage());
                if (isOver(start)) {
                    throw e;
                }
            }
            sleep(pause);
            pause = Math.min(LONGEST_MILLIS, pause * 2);
        }
    }

    private boolean isOver(long start) {
        return System.nanoTime() - start > most.toNanos();
    }

    private void sleep(long millis) {
        long end = System.nanoTime() + millis * 1_000_000;
        while (System.nanoTime() < end) {
            if (stopped.get()) {
                throw new StoppedException();
            }
            try {
                Thread.sleep(LOOK_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StoppedException();
            }
        }
    }
}
