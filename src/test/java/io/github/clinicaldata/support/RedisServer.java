package io.github.clinicaldata.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** A Redis server in a process of its own, which keeps nothing. */
public final class RedisServer implements AutoCloseable {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final String BINARY = "redis-server";

    private final Path directory;
    private final int port = S3Server.freePort();
    private @Nullable Process process;

    private RedisServer(Path directory) {
        this.directory = directory;
    }

    /** Skips the tests, and says so where nobody can overlook it, when there is no Redis. */
    public static void assumeInstalled() {
        boolean installed;
        try {
            installed =
                    new ProcessBuilder(BINARY, "--version")
                                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                                    .start()
                                    .waitFor()
                            == 0;
        } catch (IOException e) {
            installed = false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            installed = false;
        }
        if (!installed) {
            System.err.println(
                    "##### SKIPPED: quotas over several servers are not tested, because"
                        + " redis-server is not installed (apt-get install redis-server) #####");
        }
        Assumptions.assumeTrue(installed, "redis-server is not installed");
    }

    /** Starts a server. */
    public static RedisServer start(Path directory) {
        RedisServer server = new RedisServer(directory);
        server.start();
        return server;
    }

    /** Where it listens. */
    public String url() {
        return "redis://127.0.0.1:" + port;
    }

    /** Starts it again, with nothing of what it had. */
    public void start() {
        try {
            process =
                    new ProcessBuilder(
                                    BINARY,
                                    "--port",
                                    String.valueOf(port),
                                    "--bind",
                                    "127.0.0.1",
                                    "--save",
                                    "",
                                    "--dir",
                                    directory.toString())
                            .redirectErrorStream(true)
                            .redirectOutput(directory.resolve("redis.log").toFile())
                            .start();
            awaitPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitPort() {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (true) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress("127.0.0.1", port), 200);
                return;
            } catch (IOException e) {
                if (System.nanoTime() > end) {
                    throw new UncheckedIOException(e);
                }
                Thread.onSpinWait();
            }
        }
    }

    /** Ends it at once, as SIGKILL does. */
    public void kill() {
        Process running = process;
        if (running != null) {
            running.destroyForcibly();
            try {
                running.waitFor();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Lets it hang: it takes connections, and answers nothing. */
    public void hang() {
        signal("STOP");
    }

    /** Lets a hanging one go on. */
    public void goOn() {
        signal("CONT");
    }

    private void signal(String name) {
        Process running = process;
        if (running == null) {
            throw new IllegalStateException("not started");
        }
        try {
            new ProcessBuilder("kill", "-" + name, String.valueOf(running.pid())).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        kill();
    }
}
