package io.github.clinicaldata.job;

import io.github.clinicaldata.support.S3Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged server in a process of its own, with its data in a directory. */
final class ServerProcess {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(180);

    private final Path directory;
    private final int port = S3Server.freePort();
    private final Map<String, String> settings = new HashMap<>();
    private Process process;

    ServerProcess(Path directory, Map<String, String> settings) {
        this.directory = directory;
        this.settings.putAll(settings);
        this.settings.put("QUARKUS_HTTP_PORT", String.valueOf(port));
        this.settings.put("QUARKUS_GRPC_SERVER_PORT", "0");
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Starts it, without waiting. */
    void start() {
        ProcessBuilder builder =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-Xmx512m",
                                "-jar",
                                System.getProperty("packaged.jar"))
                        .directory(directory.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(
                                ProcessBuilder.Redirect.appendTo(
                                        directory.resolve("log").toFile()));
        builder.environment().putAll(settings);
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it answers. */
    void awaitReady() {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request =
                HttpRequest.newBuilder(address().resolve("/health/ready"))
                        .timeout(Duration.ofSeconds(30))
                        .build();
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (System.nanoTime() < end && process.isAlive()) {
            try {
                if (client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode()
                        == 200) {
                    return;
                }
                Thread.sleep(50);
            } catch (IOException e) {
                // it does not listen yet
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        throw new IllegalStateException("The server is not ready; see " + directory);
    }

    /** Kills it by SIGKILL, wherever it is. */
    void kill() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Ends it by SIGTERM. */
    int stop() {
        process.destroy();
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
