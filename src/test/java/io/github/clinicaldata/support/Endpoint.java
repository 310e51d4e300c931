package io.github.clinicaldata.support;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** An HTTP server that keeps what is posted to it and answers as a test wants. */
public final class Endpoint implements AutoCloseable {
    private final List<Posted> posted = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final int port;
    private @Nullable HttpServer server;
    private volatile Answering answering = (request, number) -> 200;

    private Endpoint(int port) {
        this.port = port;
    }

    /**
     * A request.
     *
     * @param status with which it was answered
     * @param nanos when it came, as {@link System#nanoTime()} counts
     */
    public record Posted(String path, Headers headers, byte[] body, int status, long nanos) {
        /** The value of a header, or null. */
        public @Nullable String header(String name) {
            return headers.getFirst(name);
        }

        /** The index of its first record. */
        public long firstIndex() {
            return Long.parseLong(String.valueOf(header("X-First-Index")));
        }
    }

    /** Chooses the status of an answer; may take its time, and set headers. */
    @FunctionalInterface
    public interface Answering {
        /**
         * The status; less than 0 to close the connection without an answer, 0 after one.
         *
         * @param number of the request, from 1
         */
        int status(HttpExchange request, int number) throws IOException, InterruptedException;
    }

    /** Starts a server on a free port. */
    public static Endpoint start() {
        Endpoint endpoint = new Endpoint(Ports.free());
        endpoint.listen();
        return endpoint;
    }

    /** Listens again at the same port. */
    public void listen() {
        try {
            HttpServer created = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 50);
            created.setExecutor(threads);
            created.createContext("/", this::answer);
            created.start();
            server = created;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Goes away with all connections. */
    public void die() {
        HttpServer listening = server;
        if (listening != null) {
            listening.stop(0);
        }
    }

    private void answer(HttpExchange request) throws IOException {
        byte[] body = request.getRequestBody().readAllBytes();
        long nanos = System.nanoTime();
        int status;
        synchronized (this) {
            try {
                status = answering.status(request, posted.size() + 1);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                status = 500;
            }
            posted.add(
                    new Posted(
                            request.getRequestURI().toString(),
                            request.getRequestHeaders(),
                            body,
                            status,
                            nanos));
        }
        if (status > 0) {
            request.sendResponseHeaders(status, -1);
        }
        request.close();
    }

    /** Answers so from now on. */
    public Endpoint answering(Answering how) {
        answering = how;
        return this;
    }

    /** Its port. */
    public int port() {
        return port;
    }

    /** Where to post to. */
    public String url() {
        return "http://127.0.0.1:" + port + "/intake";
    }

    /** All requests so far. */
    public List<Posted> posted() {
        return posted;
    }

    /** Those that were answered with 200. */
    public List<Posted> taken() {
        return posted.stream().filter(each -> each.status() == 200).toList();
    }

    /** The bodies of those that were answered with 200, each first index once. */
    public byte[] takenOnce() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        long next = -1;
        for (Posted each : taken()) {
            if (each.firstIndex() > next) {
                bytes.writeBytes(each.body());
                next = each.firstIndex();
            }
        }
        return bytes.toByteArray();
    }

    @Override
    public void close() {
        die();
        threads.shutdownNow();
    }
}
