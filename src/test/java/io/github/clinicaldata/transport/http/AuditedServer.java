package io.github.clinicaldata.transport.http;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.util.Map;

/** A server that asks for keys, bounds nobody, tells tests of requests and has a broken kind. */
public final class AuditedServer implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return Map.of(
                    "test.audit",
                    "true",
                    "test.broken-kind",
                    "true",
                    "clinical.security.enabled",
                    "true",
                    "clinical.security.key-file",
                    Files.createTempDirectory("keys").resolve("keys.json").toString(),
                    "clinical.security.quota.enabled",
                    "false",
                    "clinical.security.allowed-hosts",
                    "localhost,127.0.0.1,a",
                    "quarkus.http.idle-timeout",
                    "3s",
                    "quarkus.grpc.server.test-port",
                    String.valueOf(socket.getLocalPort()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
