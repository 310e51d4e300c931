package io.github.clinicaldata.support;

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
import org.jspecify.annotations.Nullable;

/** The packaged server in a process of its own, with its data in a directory. */
public final class ServerProcess {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(180);

    private final Path directory;
    private final int port = S3Server.freePort();
    private final Map<String, String> settings = new HashMap<>();
    private @Nullable Process process;

    /** A server with these settings, not yet started. */
    public ServerProcess(Path directory, Map<String, String> settings) {
        this.directory = directory;
        this.settings.putAll(settings);
        this.settings.put("QUARKUS_HTTP_PORT", String.valueOf(port));
        this.settings.put("QUARKUS_GRPC_SERVER_PORT", "0");
    }

    /** Where it listens. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    private Process running() {
        Process running = process;
        if (running == null) {
            throw new IllegalStateException("The server was not started");
        }
        return running;
    }

    /** Starts it, without waiting. */
    public void start() {
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
    public void awaitReady() {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request =
                HttpRequest.newBuilder(address().resolve("/health/ready"))
                        .timeout(Duration.ofSeconds(30))
                        .build();
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (System.nanoTime() < end && running().isAlive()) {
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
    public void kill() {
        Process running = running();
        running.destroyForcibly();
        try {
            running.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Ends it by SIGTERM. */
    public int stop() {
        Process running = running();
        running.destroy();
        try {
            return running.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
