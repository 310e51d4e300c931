package io.github.clinicaldata.transport.http.job;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A server that writes small parts, tells progress often and has room for few jobs. */
public final class SmallParts implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "quarkus.http.test-port", "0",
                "quarkus.grpc.server.test-port", "0",
                "clinical.limits.barren-scan", "20000",
                "clinical.database.url", "jdbc:h2:mem:small-parts;DB_CLOSE_DELAY=-1",
                "clinical.jobs.workers", "1",
                "clinical.jobs.max-queued", "3",
                "clinical.jobs.max-records", "20000000",
                "clinical.jobs.part-bytes", "65537",
                "clinical.jobs.progress-every", "100ms",
                "clinical.jobs.sweep-every", "200ms");
    }
}
