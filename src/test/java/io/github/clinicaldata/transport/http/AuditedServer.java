package io.github.clinicaldata.transport.http;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A server that asks for keys, bounds nobody, tells tests of requests and has a broken kind. */
public final class AuditedServer implements QuarkusTestProfile {
    /** The URL that clients of SMART sign for, as a proxy in front of the server would have it. */
    public static final String TOKEN_URL = "https://data.example.org/auth/token";

    @Override
    public Map<String, String> getConfigOverrides() {
        try (ServerSocket socket = new ServerSocket(0)) {
            Path directory = Files.createTempDirectory("keys");
            return Map.ofEntries(
                    Map.entry("test.audit", "true"),
                    Map.entry("test.broken-kind", "true"),
                    Map.entry("clinical.security.enabled", "true"),
                    Map.entry(
                            "clinical.security.key-file",
                            directory.resolve("keys.json").toString()),
                    Map.entry("clinical.security.smart.token-url", TOKEN_URL),
                    Map.entry(
                            "clinical.security.smart.client-file",
                            directory.resolve("clients.json").toString()),
                    Map.entry("clinical.security.quota.enabled", "false"),
                    Map.entry("clinical.feeds.allowed-addresses", ""),
                    Map.entry("clinical.security.allowed-hosts", "localhost,127.0.0.1,a"),
                    Map.entry("quarkus.http.idle-timeout", "3s"),
                    Map.entry(
                            "quarkus.grpc.server.test-port",
                            String.valueOf(socket.getLocalPort())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
