package io.github.clinicaldata.support;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A server in a process of its own, which can be started again after it was killed. */
public final class ChildProcess implements AutoCloseable {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(180);
    private static final int CONNECT_MILLIS = 1000;
    private static final int PAUSE_MILLIS = 20;

    private final ProcessBuilder builder;
    private final Path log;
    private @Nullable Process process;

    /**
     * A process, not yet started.
     *
     * @param log where its output goes, behind what is there
     */
    public ChildProcess(List<String> command, Path log) {
        this.log = log;
        builder =
                new ProcessBuilder(command)
                        .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    }

    /** A process of this JVM's own release that starts fast. */
    public static ChildProcess java(Path log, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:TieredStopAtLevel=1");
        command.addAll(arguments);
        return new ChildProcess(command, log);
    }

    /** Lets it run in a directory. */
    public ChildProcess in(Path directory) {
        builder.directory(directory.toFile());
        return this;
    }

    /** Adds to its environment. */
    public ChildProcess with(Map<String, String> environment) {
        builder.environment().putAll(environment);
        return this;
    }

    /** Starts it, without waiting. */
    public void start() {
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it takes connections. */
    public void awaitPort(int port) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (System.nanoTime() < end && isAlive()) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress("127.0.0.1", port), CONNECT_MILLIS);
                return;
            } catch (IOException e) {
                pause();
            }
        }
        kill();
        throw new IllegalStateException("It does not answer at port " + port + "; see " + log);
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException(e);
    }

    private Process running() {
        Process running = process;
        if (running == null) {
            throw new IllegalStateException("It was not started");
        }
        return running;
    }

    /** Whether it runs. */
    public boolean isAlive() {
        return running().isAlive();
    }

    /** Sends it a signal, for example {@code STOP}. */
    public void signal(String name) {
        ChildProcess kill =
                new ChildProcess(List.of("kill", "-" + name, "" + running().pid()), log);
        kill.start();
        kill.exitCode();
    }

    /** Tells it to end, as SIGTERM does. */
    public void terminate() {
        running().destroy();
    }

    /** Waits for its end; false when it goes on. */
    public boolean ends(long seconds) {
        try {
            return running().waitFor(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Its exit code, once it has ended. */
    public int exitCode() {
        try {
            return running().waitFor();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Ends it by SIGKILL, wherever it is, if it was started. */
    public void kill() {
        if (process != null) {
            running().destroyForcibly();
            exitCode();
        }
    }

    @Override
    public void close() {
        kill();
    }
}
