package io.github.clinicaldata.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A certificate that the JDK's keytool makes.
 *
 * @param keyStore holds it and its key
 * @param pem the certificate, for clients to trust
 */
public record Certificate(Path keyStore, Path pem) {
    /** The password of the key store. */
    public static final String PASSWORD = "for-this-test";

    /**
     * Makes a certificate, or takes the one that is in the directory.
     *
     * @param names whose it is, such as {@code DNS:localhost,IP:127.0.0.1}
     */
    public static Certificate make(Path directory, String names) {
        Path store = directory.resolve("server.p12");
        Path pem = directory.resolve("server.pem");
        if (!Files.exists(pem)) {
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
                    "SAN=" + names,
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
                    pem.toString());
        }
        return new Certificate(store, pem);
    }

    private static void keytool(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        try {
            int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
            if (exit != 0) {
                throw new IllegalStateException("keytool ended with " + exit);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
