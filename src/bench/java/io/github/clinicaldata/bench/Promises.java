package io.github.clinicaldata.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Measures what is promised beside speed, against the packaged server with a heap of 256 MiB: ten
 * million members over HTTP and as events, a thousand clients that stop reading, a client that
 * trickles, the first byte of a million records, and the health probe beside sixteen full streams.
 */
public final class Promises {
    private static final int PORT = 18_081;
    private static final int GRPC = 19_081;
    private static final int SLOW_CLIENTS = 1000;
    private static final String STREAM = "/api/v1/members/stream?count=";

    private Promises() {}

    /** Runs all measurements. */
    public static void main(String... args) throws IOException, InterruptedException {
        String java = ProcessHandle.current().info().command().orElse("java");
        try (MeasuredProcess server =
                MeasuredProcess.listening(
                        PORT,
                        List.of(
                                java,
                                "-Xmx256m",
                                "-Dquarkus.http.port=" + PORT,
                                "-Dquarkus.grpc.server.port=" + GRPC,
                                "-jar",
                                "target/quarkus-app/quarkus-run.jar"))) {
            long records = args.length > 0 ? Long.parseLong(args[0]) : 10_000_000;
            for (String accept : List.of("*/*", "text/event-stream")) {
                double cpu = server.cpuSeconds();
                long bytes = read(STREAM + records, accept);
                print(
                        "%,d members as %s: %,d MB, %.2f us CPU a record, peak %d MiB",
                        records,
                        accept.equals("*/*") ? "ndjson" : "events",
                        bytes / 1_000_000,
                        (server.cpuSeconds() - cpu) / records * 1e6,
                        server.peakMebibytes());
            }
            firstByte();
            healthBesideStreams();
            slowClients(server);
            trickle();
        }
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }

    private static HttpResponse<InputStream> open(String path, String accept)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + PORT + path))
                        .header("Accept", accept)
                        .build();
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(request, HttpResponse.BodyHandlers.ofInputStream());
    }

    private static long read(String path, String accept) throws IOException, InterruptedException {
        long bytes = 0;
        byte[] buffer = new byte[1 << 16];
        try (InputStream body = open(path, accept).body()) {
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                bytes += read;
            }
        }
        return bytes;
    }

    private static Socket connect(String path, int receiveBuffer) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(receiveBuffer);
        socket.connect(new InetSocketAddress("127.0.0.1", PORT));
        socket.getOutputStream()
                .write(
                        ("GET " + path + " HTTP/1.1\r\nHost: bench\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static void firstByte() throws IOException {
        double[] millis = new double[50];
        for (int i = 0; i < millis.length; i++) {
            long start = System.nanoTime();
            try (Socket socket = connect(STREAM + 1_000_000, 1 << 16)) {
                socket.getInputStream().read();
                millis[i] = (System.nanoTime() - start) / 1e6;
            }
        }
        Arrays.sort(millis);
        print(
                "first byte of a million members: median %.1f ms, worst %.1f ms",
                millis[25], millis[49]);
    }

    private static void healthBesideStreams() throws IOException, InterruptedException {
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService threads = Executors.newCachedThreadPool();
        for (int i = 0; i < 16; i++) {
            threads.execute(() -> drain(over));
        }
        TimeUnit.SECONDS.sleep(3);
        double[] millis = new double[100];
        for (int i = 0; i < millis.length; i++) {
            long start = System.nanoTime();
            open("/q/health/live", "*/*").body().readAllBytes();
            millis[i] = (System.nanoTime() - start) / 1e6;
            TimeUnit.MILLISECONDS.sleep(20);
        }
        over.set(true);
        threads.shutdown();
        threads.awaitTermination(30, TimeUnit.SECONDS);
        Arrays.sort(millis);
        print(
                "health probe beside 16 full streams (clients on the same machine): median %.1f ms,"
                        + " 95th %.1f ms, worst %.1f ms",
                millis[50], millis[94], millis[99]);
    }

    private static void drain(AtomicBoolean over) {
        byte[] buffer = new byte[1 << 16];
        try (InputStream body = open("/api/v1/members/stream?count=unbounded", "*/*").body()) {
            while (!over.get() && body.read(buffer) >= 0) {
                // reads as fast as it can
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void slowClients(MeasuredProcess server)
            throws IOException, InterruptedException {
        long before = server.residentKibibytes();
        List<Socket> clients = new ArrayList<>();
        for (int i = 0; i < SLOW_CLIENTS; i++) {
            clients.add(connect("/api/v1/members/stream?count=unbounded", 4096));
        }
        TimeUnit.SECONDS.sleep(5);
        String metrics =
                new String(open("/q/metrics", "*/*").body().readAllBytes(), StandardCharsets.UTF_8);
        print(
                "%d clients that read nothing: %d KiB each more resident memory; streams active:"
                        + " %s",
                SLOW_CLIENTS,
                (server.residentKibibytes() - before) / SLOW_CLIENTS,
                metrics.lines()
                        .filter(line -> line.startsWith("clinical_streams_active"))
                        .toList());
        for (Socket client : clients) {
            client.close();
        }
    }

    private static void trickle() throws IOException, InterruptedException {
        TimeUnit.SECONDS.sleep(1);
        double before = records();
        try (Socket socket = connect("/api/v1/members/stream?count=unbounded", 4096)) {
            for (int i = 0; i < 10; i++) {
                socket.getInputStream().readNBytes(1024);
                TimeUnit.SECONDS.sleep(1);
            }
            print(
                    "a client that reads 1 KiB/s: %.0f members made in 10 s, 11 of them read",
                    records() - before);
        }
    }

    private static double records() throws IOException, InterruptedException {
        String metrics =
                new String(open("/q/metrics", "*/*").body().readAllBytes(), StandardCharsets.UTF_8);
        return metrics.lines()
                .filter(line -> line.startsWith("clinical_records_total"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }
}
