package io.github.clinicaldata.operations;

import io.github.clinicaldata.database.Database;
import io.github.clinicaldata.database.DatabaseUnavailableException;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Ready while the database answers, or before anything was ever kept in it. */
@Readiness
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
