package io.github.clinicaldata.security.audit.table;

import io.github.clinicaldata.config.AuditConfig;
import io.github.clinicaldata.config.GeneratorConfig;
import io.github.clinicaldata.database.Database;
import io.github.clinicaldata.database.DatabaseUnavailableException;
import io.github.clinicaldata.security.AccessPolicy;
import io.github.clinicaldata.security.audit.AuditEvent;
import io.github.clinicaldata.security.audit.AuditSink;
import io.github.clinicaldata.security.audit.Losses;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the audit log in the database: rows wait in a queue of bounded length and are written in
 * batches by a thread of their own. While the database is away they wait; what finds the queue full
 * is dropped, counted in {@code clinical_audit_rows_dropped_total} and told of. Rows that are too
 * old are removed.
 */
@Singleton
public final class AuditRows implements AuditSink {
    private static final Logger LOG = Logger.getLogger(AuditRows.class);
    private static final int BATCH = 500;

    /** A row waits so long for others that are written with it. */
    private static final long GATHER_MILLIS = 100;

    private static final long LOOK_MILLIS = 500;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration SWEEP_EVERY = Duration.ofMinutes(10);
    private static final long LAST_WORDS_MILLIS = 8_000;

    private final boolean enabled;
    private final AuditStore store;
    private final Duration keep;
    private final BlockingQueue<AuditRow> queue;
    private final List<AuditRow> batch = new ArrayList<>(BATCH);
    private final Losses dropped;
    private @Nullable Thread writer;
    private Instant nextSweep = Instant.EPOCH;
    private Duration pause = Duration.ZERO;
    private volatile boolean closing;

    @Inject
    AuditRows(
            GeneratorConfig config,
            AccessPolicy policy,
            Database database,
            AuditStore store,
            MeterRegistry registry) {
        this(
                isOn(config.audit(), policy.keysAsked() || !database.isEmbedded()),
                config.audit(),
                store,
                registry);
    }

    AuditRows(boolean enabled, AuditConfig config, AuditStore store, MeterRegistry registry) {
        this.enabled = enabled;
        this.store = store;
        keep = config.keepRows();
        queue = new ArrayBlockingQueue<>(config.waitingRows());
        dropped = new Losses(registry, "clinical.audit.rows.dropped", "rows of the audit log");
        registry.gaugeCollectionSize("clinical.audit.rows.waiting", List.of(), queue);
    }

    private static boolean isOn(AuditConfig config, boolean automatic) {
        return config.enabled()
                && (config.database().equals("auto")
                        ? automatic
                        : Boolean.parseBoolean(config.database()));
    }

    /** Never blocks: the lines of the log, which come from the same thread, don't wait. */
    @Override
    public void keep(AuditEvent event) {
        if (!enabled) {
            return;
        }
        if (!queue.offer(new AuditRow(event))) {
            dropped.add(1);
        }
        if (writer == null) {
            writer = new Thread(this::write, "audit-rows");
            writer.setDaemon(true);
            writer.start();
        }
    }

    private void write() {
        try {
            while (!closing || !queue.isEmpty() || !batch.isEmpty()) {
                gather();
                dropped.tellIfDue();
                if (!batch.isEmpty()) {
                    if (save()) {
                        batch.clear();
                    } else if (closing) {
                        return;
                    } else {
                        waitForDatabase();
                    }
                }
                sweepIfDue();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void gather() throws InterruptedException {
        if (!batch.isEmpty()) {
            return;
        }
        AuditRow first = queue.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        if (first == null) {
            return;
        }
        batch.add(first);
        if (!closing && queue.size() < BATCH) {
            Thread.sleep(GATHER_MILLIS);
        }
        queue.drainTo(batch, BATCH - 1);
    }

    /** Writes the batch; false when the database is away. */
    private boolean save() {
        try {
            try {
                store.add(batch);
            } catch (DatabaseUnavailableException e) {
                if (!e.isRefusal()) {
                    throw e;
                }
                // one row must not hold up the others
                for (AuditRow row : batch) {
                    saveAlone(row);
                }
            }
        } catch (DatabaseUnavailableException e) {
            if (pause.isZero() && !closing) {
                LOG.warnf("Rows of the audit log wait for the database: %s", e.getCause());
            }
            return false;
        } catch (RuntimeException e) {
            LOG.error("Rows of the audit log can't be written", e);
            dropped.add(batch.size());
            return true;
        }
        if (!pause.isZero()) {
            pause = Duration.ZERO;
            LOG.info("The database takes rows of the audit log again");
        }
        return true;
    }

    private void saveAlone(AuditRow row) {
        try {
            store.add(List.of(row));
        } catch (DatabaseUnavailableException e) {
            if (!e.isRefusal()) {
                throw e;
            }
            // written before an answer that was lost, or never to be written
            if (!e.isDuplicate()) {
                LOG.warnf("The database refuses the row of request %s", row.event().requestId());
                dropped.add(1);
            }
        }
    }

    private void waitForDatabase() throws InterruptedException {
        Duration longer = pause.isZero() ? Duration.ofMillis(LOOK_MILLIS) : pause.multipliedBy(2);
        pause = longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
        for (long left = pause.toMillis(); left > 0 && !closing; left -= GATHER_MILLIS) {
            Thread.sleep(GATHER_MILLIS);
        }
    }

    private void sweepIfDue() {
        Instant now = Instant.now();
        if (now.isBefore(nextSweep) || !pause.isZero()) {
            return;
        }
        nextSweep = now.plus(SWEEP_EVERY);
        try {
            int removed = store.removeBefore(now.minus(keep));
            LOG.debugf("%d rows of the audit log were past their time", removed);
        } catch (DatabaseUnavailableException e) {
            LOG.debug("Rows of the audit log are kept until the database is back");
        }
    }

    /** Writes what waits, once; what the database does not take then is lost, and said so. */
    @Override
    public void close() {
        closing = true;
        Thread ending = writer;
        if (ending == null) {
            return;
        }
        try {
            ending.join(LAST_WORDS_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!ending.isAlive()) {
            dropped.add(batch.size());
        }
        dropped.add(queue.size());
        dropped.tell();
    }
}
