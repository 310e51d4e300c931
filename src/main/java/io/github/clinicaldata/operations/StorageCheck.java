package io.github.clinicaldata.operations;

import io.github.clinicaldata.job.storage.FileStore;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.jboss.logging.Logger;

/** Well while files could be written. Only jobs need that. */
@Wellness
@ApplicationScoped
public class StorageCheck implements HealthCheck {
    private static final Logger LOG = Logger.getLogger(StorageCheck.class);

    private final FileStore files;

    StorageCheck(FileStore files) {
        this.files = files;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response = HealthCheckResponse.named("storage");
        try {
            files.check();
            return response.up().build();
        } catch (IOException e) {
            LOG.debug("Storage is not available", e);
            return response.down().withData("error", "Files can't be written").build();
        }
    }
}
