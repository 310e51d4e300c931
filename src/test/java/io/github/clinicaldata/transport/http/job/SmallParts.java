package io.github.clinicaldata.transport.http.job;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/**
 * A server that writes small parts, tells progress often and has room for few jobs; its feeds may
 * go to the machine itself and lose patience soon.
 */
public final class SmallParts implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.ofEntries(
                Map.entry("test.audit", "true"),
                Map.entry("quarkus.http.test-port", "0"),
                Map.entry("quarkus.grpc.server.test-port", "0"),
                Map.entry("clinical.limits.barren-scan", "20000"),
                Map.entry("clinical.database.url", "jdbc:h2:mem:small-parts;DB_CLOSE_DELAY=-1"),
                Map.entry("clinical.jobs.workers", "1"),
                Map.entry("clinical.jobs.max-queued", "3"),
                Map.entry("clinical.jobs.max-records", "20000000"),
                Map.entry("clinical.jobs.part-bytes", "65537"),
                Map.entry("clinical.jobs.progress-every", "100ms"),
                Map.entry("clinical.jobs.sweep-every", "200ms"),
                Map.entry("clinical.feeds.allowed-addresses", "127.0.0.0/8"),
                Map.entry("clinical.feeds.first-pause", "20ms"),
                Map.entry("clinical.feeds.longest-pause", "100ms"),
                Map.entry("clinical.feeds.breaker-failures", "3"),
                Map.entry("clinical.feeds.breaker-delay", "300ms"),
                Map.entry("clinical.feeds.answer-timeout", "1s"),
                Map.entry("clinical.feeds.connect-timeout", "1s"),
                Map.entry("clinical.feeds.kafka-brokers", "*"));
    }
}
