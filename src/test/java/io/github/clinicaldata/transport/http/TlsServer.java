package io.github.clinicaldata.transport.http;

import io.github.clinicaldata.support.Certificate;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A server with TLS. */
public final class TlsServer implements QuarkusTestProfile {
    private static final Certificate MADE = certificate();

    /** The certificate, for clients to trust. */
    static final Path CERTIFICATE = MADE.pem();

    private static Certificate certificate() {
        try {
            // where the classes of tests, which are loaded twice, both find it
            return Certificate.make(
                    Files.createDirectories(Path.of("target", "tls-test")),
                    "DNS:localhost,IP:127.0.0.1");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "quarkus.tls.key-store.p12.path",
                MADE.keyStore().toAbsolutePath().toString(),
                "quarkus.tls.key-store.p12.password",
                Certificate.PASSWORD,
                "quarkus.http.insecure-requests",
                "disabled",
                "quarkus.http.test-ssl-port",
                "0");
    }
}
