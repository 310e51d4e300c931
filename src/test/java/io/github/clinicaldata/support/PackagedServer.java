package io.github.clinicaldata.support;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The packaged server in a process of its own, on free ports of the loopback address. */
public final class PackagedServer implements AutoCloseable {
    private final ChildProcess process;
    private final int httpPort = Ports.free();
    private final int grpcPort = Ports.free();

    private PackagedServer(Path log, String... settings) {
        List<String> arguments = new ArrayList<>();
        arguments.add("-Xmx256m");
        arguments.add("-Dquarkus.http.port=" + httpPort);
        arguments.add("-Dquarkus.grpc.server.port=" + grpcPort);
        for (String setting : settings) {
            arguments.add("-D" + setting);
        }
        arguments.add("-jar");
        arguments.add(System.getProperty("packaged.jar"));
        process = ChildProcess.java(log, arguments);
    }

    /**
     * Starts the server and waits until it takes connections.
     *
     * @param log where its output goes
     * @param settings system properties, each {@code name=value}
     */
    public static PackagedServer start(Path log, String... settings) {
        PackagedServer server = new PackagedServer(log, settings);
        server.process.start();
        server.process.awaitPort(server.httpPort);
        return server;
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
        process.terminate();
    }

    /** Waits for the end of the process; false when it goes on. */
    public boolean ends(long seconds) {
        return process.ends(seconds);
    }

    @Override
    public void close() {
        process.kill();
    }
}
