package io.github.clinicaldata.transport.http.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.clinicaldata.transport.http.job.JobClient;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** A client of feeds. */
public final class FeedClient {
    /** Where feeds are. */
    public static final String PATH = "/api/v1/feeds";

    private final JobClient http;

    /** A client of the server at an address. */
    public FeedClient(URI base) {
        this(new JobClient(base));
    }

    /** A client that asks as another one does. */
    public FeedClient(JobClient http) {
        this.http = http;
    }

    /** Sends a request; headers are name, value, name, value. */
    public HttpResponse<byte[]> send(String method, String path, String body, String... headers) {
        return http.send(method, path, body, headers);
    }

    /** Gets the bytes of a path. */
    public byte[] get(String path) {
        HttpResponse<byte[]> answer = http.get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    /** Asks for a feed. */
    public HttpResponse<byte[]> post(String body) {
        return post(body, "Accept", "application/json");
    }

    /** Asks for a feed, with a header. */
    public HttpResponse<byte[]> post(String body, String header, String value) {
        return send("POST", PATH, body, "Content-Type", "application/json", header, value);
    }

    /** The data of a feed that is taken on. */
    public JsonNode submit(String body) {
        HttpResponse<byte[]> answer = post(body);
        assertThat(answer.statusCode()).as(text(answer)).isEqualTo(202);
        return JobClient.data(answer);
    }

    /** The text of an answer. */
    public static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    /** The data of a feed. */
    public JsonNode feed(JsonNode feed) {
        return JobClient.json(
                        new String(
                                get(PATH + "/" + feed.path("id").asText()), StandardCharsets.UTF_8))
                .path("data");
    }

    /** Does something to a feed, and answers what it is then. */
    public JsonNode tell(JsonNode feed, String method, String below, String body) {
        HttpResponse<byte[]> answer =
                send(
                        method,
                        PATH + "/" + feed.path("id").asText() + below,
                        body,
                        "Content-Type",
                        "application/json");
        assertThat(answer.statusCode()).as(text(answer)).isEqualTo(200);
        return JobClient.data(answer);
    }

    /** The feed once it is in a state. */
    public JsonNode await(JsonNode feed, String status) {
        return await(feed, each -> each.path("status").asText().equals(status));
    }

    /** The feed once it is so. */
    public JsonNode await(JsonNode feed, Predicate<JsonNode> so) {
        JsonNode[] last = new JsonNode[1];
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(30))
                .until(
                        () -> {
                            last[0] = feed(feed);
                            return so.test(last[0]);
                        });
        return last[0];
    }
}
