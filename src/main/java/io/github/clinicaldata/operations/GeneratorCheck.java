package io.github.clinicaldata.operations;

import io.github.clinicaldata.config.GeneratorConfig;
import io.github.clinicaldata.plan.Catalog;
import io.github.clinicaldata.record.Population;
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

    GeneratorCheck(Catalog catalog, GeneratorConfig config) {
        this.catalog = catalog;
        this.config = config;
    }

    @Override
    public HealthCheckResponse call() {
        Population population =
                Population.of(config.population().seed(), config.population().epoch());
        HealthCheckResponseBuilder response = HealthCheckResponse.named("generator").up();
        for (RecordKind<?> kind : catalog.kinds()) {
            kind.generator().at(population, 0);
            response.withData(kind.name(), "generates");
        }
        return response.build();
    }
}
