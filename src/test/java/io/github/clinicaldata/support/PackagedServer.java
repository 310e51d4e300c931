package io.github.clinicaldata.support;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The packaged server in a process of its own, on free ports of the loopback address. */
public final class PackagedServer implements AutoCloseable {
    private static final long START_SECONDS = 180;

    private final Process process;
    private final int httpPort;
    private final int grpcPort;

    private PackagedServer(Process process, int httpPort, int grpcPort) {
        this.process = process;
        this.httpPort = httpPort;
        this.grpcPort = grpcPort;
    }

    /**
     * Starts the server and waits until it takes connections.
     *
     * @param log where its output goes
     * @param settings system properties, each {@code name=value}
     */
    public static PackagedServer start(Path log, String... settings) {
        int httpPort = freePort();
        int grpcPort = freePort();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:TieredStopAtLevel=1");
        command.add("-Xmx256m");
        command.add("-Dquarkus.http.port=" + httpPort);
        command.add("-Dquarkus.grpc.server.port=" + grpcPort);
        for (String setting : settings) {
            command.add("-D" + setting);
        }
        command.add("-jar");
        command.add(System.getProperty("packaged.jar"));
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectInput(Redirect.from(new File("/dev/null")))
                            .redirectOutput(log.toFile())
                            .redirectErrorStream(true)
                            .start();
            PackagedServer server = new PackagedServer(process, httpPort, grpcPort);
            server.awaitStart();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitStart() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (!takesConnections()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                close();
                throw new IllegalStateException("the server did not start");
            }
        }
    }

    private boolean takesConnections() {
        try (Socket ignored = new Socket("127.0.0.1", httpPort)) {
            return true;
        } catch (IOException e) {
            sleep();
            return false;
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The port of its HTTP server. */
    public int httpPort() {
        return httpPort;
    }

    /** The port of its gRPC server. */
    public int grpcPort() {
        return grpcPort;
    }

    /** Tells the server to stop, as Kubernetes does. */
    public void terminate() {
        process.destroy();
    }

    /** Waits for the end of the process; false when it goes on. */
    public boolean ends(long seconds) throws InterruptedException {
        return process.waitFor(seconds, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
