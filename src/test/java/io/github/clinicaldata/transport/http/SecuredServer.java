package io.github.clinicaldata.transport.http;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;

/** A server that asks for keys and holds clients to small quotas. */
public final class SecuredServer implements QuarkusTestProfile {
    /** Requests a minute of a key. */
    static final int KEY_REQUESTS = 60;

    /** Requests a minute of an address; more than the tests make, which share one. */
    static final int ADDRESS_REQUESTS = 200;

    /** The origin whose pages may read answers. */
    static final String CONSOLE = "https://console.example.org";

    @Override
    public Map<String, String> getConfigOverrides() {
        try {
            return Map.of(
                    "clinical.security.enabled",
                    "true",
                    "clinical.security.key-file",
                    Files.createTempDirectory("keys").resolve("keys.json").toString(),
                    "clinical.security.quota.key.requests-per-minute",
                    String.valueOf(KEY_REQUESTS),
                    "clinical.security.quota.key.records-per-minute",
                    "6000",
                    "clinical.security.quota.key.streams",
                    "2",
                    "clinical.security.quota.address.requests-per-minute",
                    String.valueOf(ADDRESS_REQUESTS),
                    "quarkus.http.cors.enabled",
                    "true",
                    "quarkus.http.cors.origins",
                    CONSOLE,
                    "quarkus.http.cors.exposed-headers",
                    "RateLimit");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
