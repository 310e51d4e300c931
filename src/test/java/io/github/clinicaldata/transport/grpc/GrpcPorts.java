package io.github.clinicaldata.transport.grpc;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Map;

/**
 * A server on free ports that gives up soon when filters match nothing; the gRPC port is chosen
 * here, so that clients know it.
 */
public final class GrpcPorts implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "clinical.limits.barren-scan",
                "20000",
                "quarkus.http.test-port",
                "0",
                "quarkus.grpc.server.test-port",
                String.valueOf(freePort()));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
