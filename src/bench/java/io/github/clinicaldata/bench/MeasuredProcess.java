package io.github.clinicaldata.bench;

import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process under measurement, read from Linux's {@code /proc}. */
final class MeasuredProcess implements AutoCloseable {
    private static final double TICKS_PER_SECOND = 100;
    private static final int USER_TICKS = 11;
    private static final int SYSTEM_TICKS = 12;

    private final Process process;

    private MeasuredProcess(Process process) {
        this.process = process;
    }

    /** Starts a command and waits until it listens on a port. */
    static MeasuredProcess listening(int port, List<String> command)
            throws IOException, InterruptedException {
        File log = File.createTempFile("bench", ".log");
        log.deleteOnExit();
        Process process =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log).start();
        for (int i = 0; i < 300; i++) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress("127.0.0.1", port));
                return new MeasuredProcess(process);
            } catch (IOException e) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
        throw new IOException("Nothing listens on " + port + ": " + Files.readString(log.toPath()));
    }

    /** Seconds of CPU so far, user and system. */
    double cpuSeconds() throws IOException {
        String stat = Files.readString(proc("stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[USER_TICKS]) + Long.parseLong(fields[SYSTEM_TICKS]))
                / TICKS_PER_SECOND;
    }

    /** The most memory that was ever resident, in MiB. */
    long peakMebibytes() throws IOException {
        return kibibytes("VmHWM") / 1024;
    }

    /** The memory that is resident now, in KiB. */
    long residentKibibytes() throws IOException {
        return kibibytes("VmRSS");
    }

    private long kibibytes(String name) throws IOException {
        return Files.readAllLines(proc("status")).stream()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                .findFirst()
                .orElse(0);
    }

    private Path proc(String file) {
        return Path.of("/proc", String.valueOf(process.pid()), file);
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
