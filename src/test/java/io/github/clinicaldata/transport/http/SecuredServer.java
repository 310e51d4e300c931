package io.github.clinicaldata.transport.http;

import io.github.clinicaldata.support.Ports;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;

/**
 * A server that needs keys, with small quotas, one worker for jobs, and answers for one console.
 */
public final class SecuredServer implements QuarkusTestProfile {
    /** Requests a minute of a key. */
    public static final int KEY_REQUESTS = 240;

    /** Records a minute of a key: 100 a second. */
    public static final int KEY_RECORDS = 6000;

    /** Requests a minute of an address; more than the tests make, which share one. */
    static final int ADDRESS_REQUESTS = 2000;

    /** The origin whose pages may read answers. */
    static final String CONSOLE = "https://console.example.org";

    @Override
    public Map<String, String> getConfigOverrides() {
        try {
            return Map.ofEntries(
                    Map.entry("test.audit", "true"),
                    Map.entry("quarkus.grpc.server.test-port", String.valueOf(Ports.free())),
                    Map.entry("clinical.security.enabled", "true"),
                    Map.entry(
                            "clinical.security.key-file",
                            Files.createTempDirectory("keys").resolve("keys.json").toString()),
                    Map.entry(
                            "clinical.security.quota.key.requests-per-minute",
                            String.valueOf(KEY_REQUESTS)),
                    Map.entry(
                            "clinical.security.quota.key.records-per-minute",
                            String.valueOf(KEY_RECORDS)),
                    Map.entry("clinical.security.quota.key.streams", "2"),
                    Map.entry(
                            "clinical.security.quota.address.requests-per-minute",
                            String.valueOf(ADDRESS_REQUESTS)),
                    Map.entry("clinical.database.url", "jdbc:h2:mem:secured;DB_CLOSE_DELAY=-1"),
                    Map.entry("clinical.jobs.workers", "1"),
                    Map.entry("clinical.jobs.part-bytes", "65537"),
                    Map.entry("clinical.feeds.allowed-addresses", "127.0.0.0/8"),
                    Map.entry("quarkus.http.cors.enabled", "true"),
                    Map.entry("quarkus.http.cors.origins", CONSOLE),
                    Map.entry("quarkus.http.cors.exposed-headers", "RateLimit"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
