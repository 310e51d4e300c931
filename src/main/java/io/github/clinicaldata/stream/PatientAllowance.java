package io.github.clinicaldata.stream;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Takes records from a client's allowance for work that may block: where none is left, it waits.
 */
public final class PatientAllowance {
    /** A client that has had all its records gets the next ones together, not one by one. */
    private static final long GATHER_MILLIS = 50;

    /** How often it looks whether the work was stopped. */
    private static final long LOOK_MILLIS = 200;

    private final @Nullable RecordAllowance allowance;
    private final BooleanSupplier stopped;
    private final Runnable waits;
    private volatile boolean waiting;

    /**
     * An allowance.
     *
     * @param allowance what the client may have; null for no bounds
     * @param stopped becomes true when nobody wants the work any more
     * @param waits told each time before it waits
     */
    public PatientAllowance(
            @Nullable RecordAllowance allowance, BooleanSupplier stopped, Runnable waits) {
        this.allowance = allowance;
        this.stopped = stopped;
        this.waits = waits;
    }

    /** Whether it waits now. */
    public boolean isWaiting() {
        return waiting;
    }

    /** Takes so many records at most, and 1 at least; 0 when the work was stopped meanwhile. */
    public int take(int most) throws InterruptedException {
        RecordAllowance bounds = allowance;
        if (bounds == null) {
            return most;
        }
        int taken = bounds.take(most);
        if (taken > 0) {
            return taken;
        }
        waits.run();
        waiting = true;
        try {
            while (taken == 0 && !stopped.getAsBoolean()) {
                long millis = TimeUnit.NANOSECONDS.toMillis(bounds.nanosToNext());
                TimeUnit.MILLISECONDS.sleep(Math.max(GATHER_MILLIS, Math.min(LOOK_MILLIS, millis)));
                taken = bounds.take(most);
            }
            return taken;
        } finally {
            waiting = false;
        }
    }

    /**
     * Takes so many records, however long that takes; false when the work was stopped meanwhile.
     */
    public boolean takeAll(int records) throws InterruptedException {
        int left = records;
        while (left > 0) {
            int taken = take(left);
            if (taken == 0) {
                return false;
            }
            left -= taken;
        }
        return true;
    }

    /** Returns what was taken and not made. */
    public void giveBack(int unused) {
        if (allowance != null) {
            allowance.giveBack(unused);
        }
    }
}
