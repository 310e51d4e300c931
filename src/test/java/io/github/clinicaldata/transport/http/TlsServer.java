package io.github.clinicaldata.transport.http;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A server with TLS, whose key store the JDK's keytool makes. */
public final class TlsServer implements QuarkusTestProfile {
    private static final String PASSWORD = "for-this-test";

    /** The certificate, for clients to trust. */
    static final Path CERTIFICATE = keyStore().resolveSibling("server.pem");

    private static Path keyStore() {
        try {
            // where the classes of tests, which are loaded twice, both find it
            Path directory = Files.createDirectories(Path.of("target", "tls-test"));
            Path store = directory.resolve("server.p12");
            if (Files.exists(store)) {
                return store;
            }
            keytool(
                    "-genkeypair",
                    "-alias",
                    "server",
                    "-keyalg",
                    "EC",
                    "-validity",
                    "3650",
                    "-dname",
                    "CN=localhost",
                    "-ext",
                    "SAN=DNS:localhost,IP:127.0.0.1",
                    "-storetype",
                    "PKCS12",
                    "-keystore",
                    store.toString(),
                    "-storepass",
                    PASSWORD);
            keytool(
                    "-exportcert",
                    "-rfc",
                    "-alias",
                    "server",
                    "-keystore",
                    store.toString(),
                    "-storepass",
                    PASSWORD,
                    "-file",
                    directory.resolve("server.pem").toString());
            return store;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void keytool(String... arguments) throws IOException {
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        List<String> command = new ArrayList<>(List.of(keytool.toString()));
        command.addAll(List.of(arguments));
        try {
            int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
            if (exit != 0) {
                throw new IllegalStateException("keytool ended with " + exit);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "quarkus.tls.key-store.p12.path",
                CERTIFICATE.resolveSibling("server.p12").toAbsolutePath().toString(),
                "quarkus.tls.key-store.p12.password",
                PASSWORD,
                "quarkus.http.insecure-requests",
                "disabled",
                "quarkus.http.test-ssl-port",
                "0");
    }
}
