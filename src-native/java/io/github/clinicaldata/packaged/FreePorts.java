package io.github.clinicaldata.packaged;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Map;

/** Gives the packaged server a free gRPC port; its HTTP port is read from its log. */
public final class FreePorts implements QuarkusTestProfile {
    static final int GRPC = freePort();

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "quarkus.http.test-port",
                "0",
                "quarkus.http.port",
                "0",
                "quarkus.grpc.server.port",
                String.valueOf(GRPC));
    }
}
