package io.github.clinicaldata.stream;

import io.github.clinicaldata.config.GeneratorConfig;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Ends the running streams when the server stops: each between two chunks, which hold whole
 * records, and with a hint how to resume. While the readiness check is down already, streams go on
 * for {@code clinical.stream.drain-after}, so that short ones come to their end.
 */
@Singleton
public final class Drain {
    private static final Logger LOG = Logger.getLogger(Drain.class);

    private final Duration after;
    private final Set<Runnable> running = ConcurrentHashMap.newKeySet();
    private volatile boolean begun;

    Drain(GeneratorConfig config) {
        after = config.stream().drainAfter();
    }

    /** Whether streams that open now are to end at once. */
    boolean hasBegun() {
        return begun;
    }

    /** A stream has begun; it is told to stop at once where the server stops already. */
    void opened(Runnable stop) {
        running.add(stop);
        if (begun) {
            stop.run();
        }
    }

    /** A stream has ended. */
    void closed(Runnable stop) {
        running.remove(stop);
    }

    void readinessIsOff(@Observes ShutdownDelayInitiatedEvent event) {
        if (after.isZero()) {
            begin();
        } else {
            Infrastructure.getDefaultWorkerPool()
                    .schedule(this::begin, after.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    void stops(@Observes ShutdownEvent event) {
        begin();
    }

    private void begin() {
        if (begun) {
            return;
        }
        begun = true;
        if (!running.isEmpty()) {
            LOG.infof("The server stops and ends %d streams", running.size());
        }
        running.forEach(Runnable::run);
    }
}
