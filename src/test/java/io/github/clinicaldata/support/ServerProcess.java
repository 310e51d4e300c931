package io.github.clinicaldata.support;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged server in a process of its own, with its data in a directory. */
public final class ServerProcess {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(180);

    private final Path directory;
    private final int port = Ports.free();
    private final ChildProcess process;

    /** A server with these settings, not yet started. */
    public ServerProcess(Path directory, Map<String, String> settings) {
        this.directory = directory;
        process =
                ChildProcess.java(
                                directory.resolve("log"),
                                List.of("-Xmx512m", "-jar", System.getProperty("packaged.jar")))
                        .in(directory)
                        .with(settings)
                        .with(
                                Map.of(
                                        "QUARKUS_HTTP_PORT",
                                        String.valueOf(port),
                                        "QUARKUS_GRPC_SERVER_PORT",
                                        "0"));
    }

    /** Where it listens. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Starts it, without waiting. */
    public void start() {
        process.start();
    }

    /** Waits until it answers. */
    public void awaitReady() {
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
    public void kill() {
        process.kill();
    }

    /** Ends it by SIGTERM. */
    public int stop() {
        process.terminate();
        return process.exitCode();
    }
}
