package io.github.clinicaldata.transport.http.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.awaitility.Awaitility;

/** A client of jobs. */
public final class JobClient {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(10))
                    .build();

    private final URI base;
    private final String[] always;

    /** A client of the server at an address. */
    public JobClient(URI base) {
        this(base, new String[0]);
    }

    private JobClient(URI base, String[] always) {
        this.base = base;
        this.always = always;
    }

    /** The same, with a header in each request. */
    public JobClient with(String header, String value) {
        return new JobClient(base, new String[] {header, value});
    }

    /** The JSON of a text. */
    public static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }

    /** Sends a request; headers are name, value, name, value. */
    public HttpResponse<byte[]> send(String method, String path, String body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(base.resolve(path))
                        .timeout(Duration.ofSeconds(120))
                        .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (always.length > 0) {
            request.headers(always);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Asks for a job. */
    public HttpResponse<byte[]> post(String kind, String body, String... headers) {
        String[] all = Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Content-Type";
        all[headers.length + 1] = "application/json";
        return send("POST", "/api/v1/" + kind + "/generate", body, all);
    }

    /** The data of a job that is taken on. */
    public JsonNode submit(String kind, String body, String... headers) {
        HttpResponse<byte[]> answer = post(kind, body, headers);
        assertThat(answer.statusCode())
                .as(new String(answer.body(), StandardCharsets.UTF_8))
                .isEqualTo(202);
        return data(answer);
    }

    /** The data of an answer. */
    public static JsonNode data(HttpResponse<byte[]> answer) {
        return json(new String(answer.body(), StandardCharsets.UTF_8)).path("data");
    }

    /** Gets the bytes of a path. */
    public HttpResponse<byte[]> get(String path, String... headers) {
        return send("GET", path, "", headers);
    }

    /** The data of a job. */
    public JsonNode job(JsonNode job) {
        return data(get("/api/v1/jobs/" + job.path("id").asText()));
    }

    /** The job once it is in a state. */
    public JsonNode await(JsonNode job, String status) {
        JsonNode[] last = new JsonNode[1];
        Awaitility.await()
                .atMost(Duration.ofSeconds(120))
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> {
                            last[0] = job(job);
                            return last[0].path("status").asText().equals(status);
                        });
        return last[0];
    }
}
