package io.github.clinicaldata.operations;

import io.github.clinicaldata.config.GeneratorConfig;
import io.github.clinicaldata.plan.Catalog;
import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.Readers;
import io.github.clinicaldata.record.RecordKind;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Ready once every kind has made a record of the default population. */
@Readiness
@ApplicationScoped
public class GeneratorCheck implements HealthCheck {
    private final Catalog catalog;
    private final GeneratorConfig config;

    /** What was made once is made again the same, and probes come every few seconds. */
    private volatile boolean generates;

    GeneratorCheck(Catalog catalog, GeneratorConfig config) {
        this.catalog = catalog;
        this.config = config;
    }

    @Override
    public HealthCheckResponse call() {
        if (!generates) {
            generate();
            generates = true;
        }
        HealthCheckResponseBuilder response = HealthCheckResponse.named("generator").up();
        for (RecordKind<?> kind : catalog.kinds()) {
            response.withData(kind.name(), "generates");
        }
        return response.build();
    }

    private void generate() {
        Readers readers =
                new Readers(Population.of(config.population().seed(), config.population().epoch()));
        for (RecordKind<?> kind : catalog.kinds()) {
            kind.generator().open(readers).read(0);
        }
    }
}
