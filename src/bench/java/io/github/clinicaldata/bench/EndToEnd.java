package io.github.clinicaldata.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.datafaker.Faker;

/**
 * Starts the packaged server with a small heap, streams with {@code curl}, and prints what it costs
 * beside two ceilings of the same run: bare Vert.x with a constant buffer, and a loop over
 * Datafaker with Jackson. Arguments: records a stream, rounds.
 */
public final class EndToEnd {
    private static final int SERVER = 18_080;
    private static final int GRPC = 19_080;
    private static final int CEILING = 18_079;
    private static final String STREAM =
            "http://127.0.0.1:" + SERVER + "/api/v1/%s/stream?count=%d&format=%s";

    private EndToEnd() {}

    /** Runs all measurements. */
    public static void main(String... args) throws IOException, InterruptedException {
        long records = args.length > 0 ? Long.parseLong(args[0]) : 2_000_000;
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 3;
        String java = ProcessHandle.current().info().command().orElse("java");
        System.out.printf(
                Locale.ROOT,
                "%s, %d processors, %d records a stream%n",
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                records);
        System.out.printf(
                "%-28s %12s %9s %12s %12s%n",
                "what", "records/s", "MB/s", "us CPU/rec", "ns CPU/byte");
        datafaker();
        double ceiling = ceiling(java, rounds, records * 900);
        try (MeasuredProcess server =
                MeasuredProcess.listening(
                        SERVER,
                        List.of(
                                java,
                                "-Xmx256m",
                                "-Dquarkus.http.port=" + SERVER,
                                "-Dquarkus.grpc.server.port=" + GRPC,
                                "-jar",
                                "target/quarkus-app/quarkus-run.jar"))) {
            for (String kind : List.of("members", "providers")) {
                for (String format : List.of("ndjson", "csv", "protobuf", "json")) {
                    String url = STREAM.formatted(kind, records, format);
                    double speed = stream(server, kind + " " + format, url, "*/*", records, rounds);
                    if (format.equals("ndjson")) {
                        System.out.printf(
                                Locale.ROOT,
                                "  = %.0f %% of the ceiling's bytes per second of CPU%n",
                                100 * speed / ceiling);
                    }
                }
                String url = STREAM.formatted(kind, records, "ndjson");
                stream(server, kind + " sse", url, "text/event-stream", records, rounds);
            }
            System.out.println("peak memory of the server: " + server.peakMebibytes() + " MiB");
        }
    }

    private static void datafaker() throws IOException {
        Faker faker = new Faker(new Random(42));
        ObjectMapper json = new ObjectMapper();
        long bytes = 0;
        for (int i = 0; i < 30_000; i++) {
            bytes += json.writeValueAsBytes(DatafakerBenchmark.fields(faker)).length;
        }
        bytes = 0;
        int records = 100_000;
        long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long start = System.nanoTime();
        for (int i = 0; i < records; i++) {
            bytes += json.writeValueAsBytes(DatafakerBenchmark.fields(faker)).length;
        }
        double wall = (System.nanoTime() - start) / 1e9;
        cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu;
        print("Datafaker + Jackson loop", records, bytes, cpu / 1e9, wall);
    }

    private static double ceiling(String java, int rounds, long bytes)
            throws IOException, InterruptedException {
        List<String> command =
                List.of(
                        java,
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CeilingServer.class.getName(),
                        String.valueOf(CEILING));
        try (MeasuredProcess server = MeasuredProcess.listening(CEILING, command)) {
            return stream(
                    server,
                    "constant buffer",
                    "http://127.0.0.1:" + CEILING + "/?bytes=" + bytes,
                    "*/*",
                    bytes / 900,
                    rounds);
        }
    }

    /** Answers bytes per second of CPU in the best round. */
    private static double stream(
            MeasuredProcess server,
            String what,
            String url,
            String accept,
            long records,
            int rounds)
            throws IOException, InterruptedException {
        double best = 0;
        double bestCpu = 0;
        double bestWall = 0;
        long bytes = 0;
        for (int i = 0; i <= rounds; i++) {
            double cpu = server.cpuSeconds();
            long start = System.nanoTime();
            bytes = curl(url, accept);
            double wall = (System.nanoTime() - start) / 1e9;
            cpu = server.cpuSeconds() - cpu;
            // the first round warms up
            if (i > 0 && bytes / cpu > best) {
                best = bytes / cpu;
                bestCpu = cpu;
                bestWall = wall;
            }
        }
        print(what, records, bytes, bestCpu, bestWall);
        return best;
    }

    private static long curl(String url, String accept) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(
                        List.of("curl", "--silent", "--show-error", "--fail", "--no-buffer"));
        command.addAll(
                List.of(
                        "--output",
                        "/dev/null",
                        "--write-out",
                        "%{size_download}",
                        "-H",
                        "Accept: " + accept,
                        url));
        Process curl =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String size =
                new String(
                        curl.getInputStream().readAllBytes(),
                        java.nio.charset.StandardCharsets.UTF_8);
        if (curl.waitFor() != 0) {
            throw new IOException("curl failed on " + url);
        }
        return Long.parseLong(size.trim());
    }

    private static void print(String what, long records, long bytes, double cpu, double wall) {
        System.out.printf(
                Locale.ROOT,
                "%-28s %,12.0f %9.0f %12.3f %12.3f%n",
                what,
                records / wall,
                bytes / wall / 1e6,
                cpu / records * 1e6,
                cpu / bytes * 1e9);
    }
}
