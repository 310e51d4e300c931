package io.github.clinicaldata.operations;

import io.github.clinicaldata.config.GeneratorConfig;
import io.github.clinicaldata.plan.Catalog;
import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.Readers;
import io.github.clinicaldata.record.RecordKind;
import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/** Ready once every kind has made a record of the default population. */
@Readiness
@ApplicationScoped
public class GeneratorCheck implements HealthCheck {
    private static final Logger LOG = Logger.getLogger(GeneratorCheck.class);

    private final Catalog catalog;
    private final GeneratorConfig config;

    /** What was made once is made again the same, and probes come every few seconds. */
    private boolean generates;

    GeneratorCheck(Catalog catalog, GeneratorConfig config) {
        this.catalog = catalog;
        this.config = config;
    }

    /**
     * Makes the first records on a worker thread as soon as the server listens, whether or not
     * anybody asks for its health: a first request would read the tables on an event loop.
     */
    void starts(@ObservesAsync HttpServerStart event) {
        try {
            generateOnce();
        } catch (RuntimeException | LinkageError e) {
            LOG.error("Not every kind makes records; the server is not ready", e);
        }
    }

    @Override
    public HealthCheckResponse call() {
        generateOnce();
        HealthCheckResponseBuilder response = HealthCheckResponse.named("generator").up();
        for (RecordKind<?> kind : catalog.kinds()) {
            response.withData(kind.name(), "generates");
        }
        return response.build();
    }

    private synchronized void generateOnce() {
        if (generates) {
            return;
        }
        Readers readers =
                new Readers(Population.of(config.population().seed(), config.population().epoch()));
        for (RecordKind<?> kind : catalog.kinds()) {
            kind.generator().open(readers).read(0);
        }
        generates = true;
    }
}
