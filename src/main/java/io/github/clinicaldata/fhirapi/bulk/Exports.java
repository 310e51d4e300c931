package io.github.clinicaldata.fhirapi.bulk;

import io.github.clinicaldata.config.GeneratorConfig;
import io.github.clinicaldata.fhirapi.FhirProblem;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;

/**
 * The exports that this replica knows. What it knows is a cache: it can be made again from an
 * export's id, by this replica or another. Only that an export was deleted is known here alone.
 */
@Singleton
final class Exports {
    private static final Logger LOG = Logger.getLogger(Exports.class);
    private static final int MOST_DELETED = 10_000;

    private final ExportReader reader;
    private final Preparer preparer;
    private final GeneratorConfig.FhirConfig config;
    private final ExecutorService workers;
    private final Map<String, Preparation> known = new LinkedHashMap<>(16, 0.75f, true);
    private final Set<String> deleted =
            Collections.newSetFromMap(
                    new LinkedHashMap<>() {
                        private static final long serialVersionUID = 1L;

                        @Override
                        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                            return size() > MOST_DELETED;
                        }
                    });

    Exports(ExportReader reader, Preparer preparer, GeneratorConfig config) {
        this.reader = reader;
        this.preparer = preparer;
        this.config = config.fhir();
        workers =
                Executors.newFixedThreadPool(
                        this.config.exportThreads(),
                        work -> {
                            Thread thread = new Thread(work, "fhir-export");
                            thread.setDaemon(true);
                            return thread;
                        });
    }

    @PreDestroy
    void stop() {
        synchronized (this) {
            known.values().forEach(Preparation::cancel);
        }
        workers.shutdownNow();
    }

    /** Begins an export. */
    void start(ExportToken token, Export export) {
        synchronized (this) {
            prepare(token.toString(), export);
        }
    }

    /**
     * The export of an id, prepared anew where this replica does not know it.
     *
     * @throws FhirProblem when there is none, or it was deleted or is too old
     */
    Preparation find(String id) {
        ExportToken token = token(id);
        Export export = reader.read(token.path(), Queries.parse(token.query()));
        synchronized (this) {
            Preparation preparation = known.get(id);
            return preparation == null ? prepare(id, export) : preparation;
        }
    }

    /** What an id says, of an export that is still there. */
    ExportToken token(String id) {
        ExportToken token = ExportToken.parse(id).orElseThrow(Exports::notFound);
        synchronized (this) {
            if (deleted.contains(id)) {
                throw notFound();
            }
        }
        if (expires(token).isBefore(Instant.now())) {
            throw FhirProblem.notFound("This export has expired; begin a new one");
        }
        return token;
    }

    /** When an export can no longer be downloaded. */
    Instant expires(ExportToken token) {
        return Instant.ofEpochMilli(token.startedAt()).plus(config.exportLifetime());
    }

    private static FhirProblem notFound() {
        return FhirProblem.notFound("There is no such export");
    }

    private Preparation prepare(String id, Export export) {
        long pending = known.values().stream().filter(one -> !one.isOver()).count();
        if (pending >= config.exportsKept()) {
            throw FhirProblem.tooEarly(
                    429,
                    "So many exports are being prepared that this one has to come back later",
                    retrySeconds());
        }
        Preparation preparation = new Preparation(export);
        known.put(id, preparation);
        forgetOldest();
        workers.execute(() -> run(preparation));
        return preparation;
    }

    private void forgetOldest() {
        var oldest = known.values().iterator();
        while (known.size() > config.exportsKept() && oldest.hasNext()) {
            if (oldest.next().isOver()) {
                oldest.remove();
            }
        }
    }

    private void run(Preparation preparation) {
        try {
            if (!preparation.isCancelled()) {
                preparer.prepare(preparation);
            }
        } catch (RuntimeException e) {
            LOG.error("A bulk export could not be prepared", e);
            preparation.fail(e);
        }
    }

    /** How long clients are asked to wait. */
    long retrySeconds() {
        return Math.max(1, config.pollInterval().toSeconds());
    }

    /** Whether a client may ask now. */
    boolean mayPoll(Preparation preparation) {
        return preparation.poll(System.nanoTime(), config.pollInterval().toNanos());
    }

    /** Deletes an export. */
    void delete(String id) {
        token(id);
        synchronized (this) {
            deleted.add(id);
            Preparation preparation = known.remove(id);
            if (preparation != null) {
                preparation.cancel();
            }
        }
    }
}
