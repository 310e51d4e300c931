package io.github.clinicaldata.security.audit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/** Counts what is lost, in a metric and at times in the log, so that no loss is silent. */
public final class Losses {
    private static final Logger LOG = Logger.getLogger(Losses.class);
    private static final long QUIET_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final String what;
    private final Counter counter;
    private final AtomicLong untold = new AtomicLong();
    private final AtomicLong tellFrom = new AtomicLong(System.nanoTime());

    /**
     * Nothing is lost yet.
     *
     * @param what is lost, as the log names it
     * @param counter counts it
     */
    public Losses(MeterRegistry registry, String counter, String what) {
        this.what = what;
        this.counter = registry.counter(counter);
    }

    /** Counts a loss; does not block, and tells of it at most once in ten seconds. */
    public void add(long lost) {
        if (lost <= 0) {
            return;
        }
        counter.increment(lost);
        untold.addAndGet(lost);
        tellIfDue();
    }

    /** Tells of what was lost since it was last told, unless that was just now. */
    public void tellIfDue() {
        if (untold.get() == 0) {
            return;
        }
        long now = System.nanoTime();
        long from = tellFrom.get();
        if (now - from >= 0 && tellFrom.compareAndSet(from, now + QUIET_NANOS)) {
            tell();
        }
    }

    /** Tells of what was not yet told of. */
    public void tell() {
        long lost = untold.getAndSet(0);
        if (lost > 0) {
            LOG.warnf("%d %s were lost", lost, what);
        }
    }
}
