package io.github.clinicaldata.support;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** A Redis server in a process of its own, which keeps nothing. */
public final class RedisServer implements AutoCloseable {
    private static final String BINARY = "redis-server";

    private final int port = Ports.free();
    private final ChildProcess process;

    private RedisServer(Path directory) {
        process =
                new ChildProcess(
                        List.of(
                                BINARY,
                                "--port",
                                String.valueOf(port),
                                "--bind",
                                "127.0.0.1",
                                "--save",
                                "",
                                "--dir",
                                directory.toString()),
                        directory.resolve("redis.log"));
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
        process.start();
        process.awaitPort(port);
    }

    /** Ends it at once, as SIGKILL does. */
    public void kill() {
        process.kill();
    }

    /** Lets it hang: it takes connections, and answers nothing. */
    public void hang() {
        process.signal("STOP");
    }

    /** Lets a hanging one go on. */
    public void goOn() {
        process.signal("CONT");
    }

    @Override
    public void close() {
        kill();
    }
}
