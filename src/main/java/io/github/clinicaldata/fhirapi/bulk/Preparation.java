package io.github.clinicaldata.fhirapi.bulk;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The state of an export that is being prepared, or is ready. Safe for use by several threads. */
final class Preparation {
    private final Export export;
    private final AtomicLong looked = new AtomicLong();
    private volatile long total = 1;
    private volatile boolean cancelled;
    private volatile @Nullable Ready ready;
    private volatile @Nullable RuntimeException failure;
    private long lastPoll;
    private boolean polled;

    /**
     * What an export holds.
     *
     * @param files those that have resources
     * @param counts of the resources in each
     * @param members who are in the group, or null for all
     * @param shared indexes of the records of no patient, by kind
     */
    record Ready(
            List<ExportFile> files,
            List<Long> counts,
            @Nullable BitSet members,
            Map<String, long[]> shared) {}

    Preparation(Export export) {
        this.export = export;
    }

    /** The export. */
    Export export() {
        return export;
    }

    /** Says how many records will be looked at. */
    void expect(long records) {
        total = Math.max(1, records);
    }

    /** Says that so many more records were looked at. */
    void looked(long records) {
        looked.addAndGet(records);
    }

    /** How far it is, in words. */
    String progress() {
        long percent = Math.min(99, looked.get() * 100 / total);
        return percent + " % of " + total + " records looked at";
    }

    /** Ends it early. */
    void cancel() {
        cancelled = true;
    }

    /** Whether it is to end early. */
    boolean isCancelled() {
        return cancelled;
    }

    /** Says that it is ready. */
    void finish(Ready found) {
        ready = found;
    }

    /** Says that it can't be done. */
    void fail(RuntimeException reason) {
        failure = reason;
    }

    /**
     * What the export holds, or null while it is being prepared.
     *
     * @throws RuntimeException when preparing it failed
     */
    @Nullable Ready ready() {
        RuntimeException reason = failure;
        if (reason != null) {
            throw reason;
        }
        return ready;
    }

    /** Whether it is over, well or not. */
    boolean isOver() {
        return ready != null || failure != null || cancelled;
    }

    /**
     * Notes that a client asks for the state.
     *
     * @param nanos the time
     * @param interval the least time between two questions
     * @return whether the client has waited long enough
     */
    synchronized boolean poll(long nanos, long interval) {
        if (polled && nanos - lastPoll < interval) {
            return false;
        }
        polled = true;
        lastPoll = nanos;
        return true;
    }
}
