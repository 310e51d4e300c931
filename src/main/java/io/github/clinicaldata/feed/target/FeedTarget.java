package io.github.clinicaldata.feed.target;

import io.github.clinicaldata.stream.Batch;

/** A target that is open for one feed. Used by one thread; all may block. */
public interface FeedTarget extends AutoCloseable {
    /**
     * Sends what of a batch was not acknowledged yet, in order, and returns once all of it is. What
     * is acknowledged meanwhile is noted in the batch, also when the rest fails.
     *
     * @throws TargetFailure when the target did not take it
     * @throws InterruptedException when the thread is to end
     */
    void send(Batch batch) throws TargetFailure, InterruptedException;

    /** Closes the connection. */
    @Override
    void close();
}
