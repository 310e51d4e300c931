package io.github.clinicaldata.transport.grpc;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.TreeMap;

/** A server that asks for keys, with small quotas, and tells tests of calls. */
public final class GrpcSecured implements QuarkusTestProfile {
    /** Requests a minute of a key. */
    static final int REQUESTS = 20;

    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> settings = new TreeMap<>(new GrpcPorts().getConfigOverrides());
        settings.put("test.audit", "true");
        settings.put("clinical.security.enabled", "true");
        settings.put("clinical.security.quota.key.requests-per-minute", String.valueOf(REQUESTS));
        settings.put("clinical.security.quota.key.streams", "1");
        try {
            settings.put(
                    "clinical.security.key-file",
                    Files.createTempDirectory("keys").resolve("keys.json").toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return settings;
    }
}
