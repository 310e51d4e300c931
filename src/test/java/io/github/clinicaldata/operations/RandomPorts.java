package io.github.clinicaldata.operations;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A server on free ports, so that tests run beside other servers; feeds may go to this machine. */
public final class RandomPorts implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "quarkus.http.test-port",
                "0",
                "quarkus.grpc.server.test-port",
                "0",
                "clinical.feeds.allowed-addresses",
                "127.0.0.1");
    }
}
