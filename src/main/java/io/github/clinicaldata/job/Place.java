package io.github.clinicaldata.job;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/** One of the places at which jobs are worked on; given back once, by whoever comes first. */
final class Place implements AutoCloseable {
    private final Semaphore places;
    private final AtomicBoolean taken = new AtomicBoolean();

    Place(Semaphore places) {
        this.places = places;
    }

    /** Waits for it. */
    void take() throws InterruptedException {
        places.acquire();
        taken.set(true);
    }

    @Override
    public void close() {
        if (taken.compareAndSet(true, false)) {
            places.release();
        }
    }
}
