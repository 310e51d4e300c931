package io.github.clinicaldata.operations;

import io.github.clinicaldata.database.Database;
import io.github.clinicaldata.database.DatabaseUnavailableException;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/**
 * Well while the database answers, or before anything was ever kept in it. Only jobs, feeds and the
 * table of the audit log need it, so a server without it is ready for streams.
 */
@Wellness
@ApplicationScoped
public class DatabaseCheck implements HealthCheck {
    private final Database database;

    DatabaseCheck(Database database) {
        this.database = database;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response = HealthCheckResponse.named("database");
        if (!database.isInUse()) {
            return response.up().withData("state", "opened with the first job").build();
        }
        try {
            database.check();
            return response.up().build();
        } catch (DatabaseUnavailableException e) {
            return response.down().withData("error", String.valueOf(e.getMessage())).build();
        }
    }
}
