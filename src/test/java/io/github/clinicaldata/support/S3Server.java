package io.github.clinicaldata.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A server of S3's protocol in a process of its own, with its objects in a directory. */
public final class S3Server implements AutoCloseable {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(180);

    private final Path directory;
    private final int port;
    private @Nullable Process process;

    private S3Server(Path directory, int port) {
        this.directory = directory;
        this.port = port;
    }

    /** Starts a server that has one bucket. */
    public static S3Server start(Path directory) {
        S3Server server = new S3Server(directory, freePort());
        server.start();
        return server;
    }

    /** A port that nobody listens at. */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it listens. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Starts it again, with what it had. */
    public void start() {
        try {
            Process started =
                    new ProcessBuilder(
                                    Path.of(System.getProperty("java.home"), "bin", "java")
                                            .toString(),
                                    "-XX:TieredStopAtLevel=1",
                                    "-Xmx384m",
                                    "-jar",
                                    System.getProperty("s3mock.jar", "target/s3mock/s3mock.jar"),
                                    "--server.port=0",
                                    "--com.adobe.testing.s3mock.http-port=" + port,
                                    "--com.adobe.testing.s3mock.store.root=" + directory,
                                    "--com.adobe.testing.s3mock.store.retain-files-on-exit=true",
                                    "--com.adobe.testing.s3mock.store.initial-buckets=clinical")
                            .redirectErrorStream(true)
                            .redirectOutput(directory.resolve("log").toFile())
                            .start();
            process = started;
            waitUntilItAnswers(started);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void waitUntilItAnswers(Process started) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (System.nanoTime() < end && started.isAlive()) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress("127.0.0.1", port), 1000);
                return;
            } catch (IOException e) {
                Thread.sleep(100);
            }
        }
        throw new IllegalStateException("The S3 server does not answer; see " + directory);
    }

    /** Kills it. */
    public void kill() {
        Process running = process;
        if (running == null) {
            return;
        }
        running.destroyForcibly();
        try {
            running.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
