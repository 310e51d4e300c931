package io.github.clinicaldata.security.audit;

import io.github.clinicaldata.config.GeneratorConfig;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Takes what is told of requests without making them wait: a queue of bounded length feeds the
 * sinks in a thread of their own. What finds it full is dropped, counted in {@code
 * clinical_audit_dropped_total} and told of.
 */
@Singleton
public final class AuditLog {
    private static final Logger LOG = Logger.getLogger(AuditLog.class);
    private static final long LAST_WORDS_SECONDS = 5;
    private static final long LOOK_MILLIS = 200;

    private final boolean enabled;
    private final List<AuditSink> sinks;
    private final BlockingQueue<AuditEvent> queue;
    private final Losses dropped;
    private final Counter failed;
    private final Thread writer = new Thread(this::write, "audit");
    private final AtomicBoolean started = new AtomicBoolean();
    private volatile boolean closing;

    @Inject
    AuditLog(GeneratorConfig config, Instance<AuditSink> sinks, MeterRegistry registry) {
        this(config.audit().enabled(), config.audit().queue(), sinks.stream().toList(), registry);
    }

    AuditLog(boolean enabled, int capacity, List<AuditSink> sinks, MeterRegistry registry) {
        this.enabled = enabled;
        this.sinks = sinks;
        queue = new ArrayBlockingQueue<>(capacity);
        dropped = new Losses(registry, "clinical.audit.dropped", "events of the audit log");
        failed = registry.counter("clinical.audit.failed");
        writer.setDaemon(true);
    }

    /** Whether requests are told of. */
    public boolean isEnabled() {
        return enabled;
    }

    /** Tells of a request; never blocks. */
    public void tell(AuditEvent event) {
        if (!enabled) {
            return;
        }
        if (closing || !queue.offer(event)) {
            dropped.add(1);
        } else if (!started.get() && started.compareAndSet(false, true)) {
            writer.start();
        }
    }

    private void write() {
        try {
            while (!closing || !queue.isEmpty()) {
                AuditEvent event = queue.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                dropped.tellIfDue();
                if (event != null) {
                    sinks.forEach(sink -> keep(sink, event));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void keep(AuditSink sink, AuditEvent event) {
        try {
            sink.keep(event);
        } catch (RuntimeException e) {
            failed.increment();
            LOG.errorf(e, "The audit log could not be kept by %s", sink.getClass().getName());
        }
    }

    /** The database is open until all observers have seen the end. */
    void stops(@Observes ShutdownEvent event) throws InterruptedException {
        close();
    }

    /** Lets the queue run empty, and the sinks keep what they hold. */
    @PreDestroy
    void close() throws InterruptedException {
        if (closing) {
            return;
        }
        closing = true;
        if (started.get()) {
            writer.join(TimeUnit.SECONDS.toMillis(LAST_WORDS_SECONDS));
        }
        sinks.forEach(AuditSink::close);
        dropped.tell();
    }
}
