package io.github.clinicaldata.security;

import static org.awaitility.Awaitility.await;

import io.github.clinicaldata.support.ChildProcess;
import io.github.clinicaldata.support.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The packaged jar as a process, with settings in its environment. */
final class PackagedServer implements AutoCloseable {
    private static final long SECONDS = 300;

    private final ChildProcess process;
    private final Path log;
    private final int port = Ports.free();

    PackagedServer(Path directory, Map<String, String> settings, String... arguments) {
        log = directory.resolve("log" + System.nanoTime());
        List<String> all = new ArrayList<>();
        all.add("-jar");
        all.add(System.getProperty("packaged.jar"));
        all.addAll(List.of(arguments));
        process =
                ChildProcess.java(log, all)
                        .in(directory)
                        .with(
                                Map.of(
                                        "QUARKUS_HTTP_PORT",
                                        String.valueOf(port),
                                        "QUARKUS_GRPC_SERVER_PORT",
                                        String.valueOf(Ports.free())))
                        .with(settings);
        process.start();
    }

    /** What it has said so far. */
    String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The exit code of a run that ends by itself. */
    int exitCode() {
        if (!process.ends(SECONDS)) {
            throw new IllegalStateException("still runs: " + log());
        }
        return process.exitCode();
    }

    /** Where it answers, once it does. */
    URI started() {
        await().atMost(Duration.ofSeconds(SECONDS))
                .until(() -> log().contains("Listening on") || !process.isAlive());
        if (!process.isAlive()) {
            throw new IllegalStateException(log());
        }
        return URI.create("http://127.0.0.1:" + port);
    }

    @Override
    public void close() {
        process.kill();
    }
}
