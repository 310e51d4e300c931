package io.github.clinicaldata.transport.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The running server as a client meets it. */
public final class TestServer {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI base;

    /** The server at an address. */
    public TestServer(URI base) {
        this.base = base;
    }

    /** A query of names and values, encoded. */
    public static String query(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(
                        entry ->
                                entry.getKey()
                                        + "="
                                        + URLEncoder.encode(
                                                entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** Gets a path; headers are name, value, name, value. */
    public HttpResponse<String> get(String path, String... headers) {
        return send(path, HttpResponse.BodyHandlers.ofString(), headers);
    }

    /** Gets the bytes of a path. */
    public HttpResponse<byte[]> bytes(String path, String... headers) {
        return send(path, HttpResponse.BodyHandlers.ofByteArray(), headers);
    }

    /** Gets a path to be read step by step. */
    public HttpResponse<InputStream> open(String path, String... headers) {
        return send(path, HttpResponse.BodyHandlers.ofInputStream(), headers);
    }

    /** The lines of a path's answer. */
    public List<String> lines(String path) {
        String body = get(path).body();
        return body.isEmpty()
                ? List.of()
                : Arrays.asList(body.split("\n", -1)).subList(0, count(body));
    }

    private static int count(String body) {
        return (int) body.chars().filter(c -> c == '\n').count();
    }

    private <T> HttpResponse<T> send(
            String path, HttpResponse.BodyHandler<T> handler, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return CLIENT.send(request.build(), handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
