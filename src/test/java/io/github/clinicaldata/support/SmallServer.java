package io.github.clinicaldata.support;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/**
 * A server whose limits are so low that tests meet them: small parts of jobs, few at a time, small
 * uploads, hasty feeds. It knows the broken kind, and its gRPC port is known.
 *
 * <p>Tests of limits share it, since each further profile is one more server to build and start.
 */
public final class SmallServer implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.ofEntries(
                Map.entry("test.audit", "true"),
                Map.entry("test.broken-kind", "true"),
                Map.entry("quarkus.grpc.server.test-port", String.valueOf(Ports.free())),
                Map.entry("clinical.limits.barren-scan", "20000"),
                Map.entry("clinical.limits.max-upload", "100000"),
                Map.entry("clinical.limits.uploads-at-a-time", "1"),
                Map.entry("clinical.limits.upload-silence", "5s"),
                Map.entry("clinical.database.url", "jdbc:h2:mem:small-server;DB_CLOSE_DELAY=-1"),
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
