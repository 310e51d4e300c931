package io.github.clinicaldata.support;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** A server of S3's protocol in a process of its own, with its objects in a directory. */
public final class S3Server implements AutoCloseable {
    private final int port = Ports.free();
    private final ChildProcess process;

    private S3Server(Path directory) {
        process =
                ChildProcess.java(
                        directory.resolve("log"),
                        List.of(
                                "-Xmx384m",
                                "-jar",
                                System.getProperty("s3mock.jar", "target/s3mock/s3mock.jar"),
                                "--server.port=0",
                                "--com.adobe.testing.s3mock.http-port=" + port,
                                "--com.adobe.testing.s3mock.store.root=" + directory,
                                "--com.adobe.testing.s3mock.store.retain-files-on-exit=true",
                                "--com.adobe.testing.s3mock.store.initial-buckets=clinical"));
    }

    /** Starts a server that has one bucket. */
    public static S3Server start(Path directory) {
        S3Server server = new S3Server(directory);
        server.start();
        return server;
    }

    /** Where it listens. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Starts it again, with what it had. */
    public void start() {
        process.start();
        process.awaitPort(port);
    }

    /** Kills it. */
    public void kill() {
        process.kill();
    }

    @Override
    public void close() {
        kill();
    }
}
