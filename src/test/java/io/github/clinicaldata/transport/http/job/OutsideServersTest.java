package io.github.clinicaldata.transport.http.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.clinicaldata.support.Endpoint;
import io.github.clinicaldata.transport.http.feed.FeedClient;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Jobs in PostgreSQL with their files in S3, both of which go away and come back. */
@QuarkusTest
@QuarkusTestResource(value = OutsideServers.class, restrictToAnnotatedClass = true)
class OutsideServersTest {
    private static final Duration LONG = Duration.ofMinutes(3);
    private static final String STREAM = "/api/v1/members/stream?count=60000&format=csv";
    private static final String BODY = "{\"record_count\": 60000, \"output_format\": \"csv\"}";

    @TestHTTPResource URI base;

    private JobClient client;

    @BeforeEach
    void connect() {
        client = new JobClient(base);
    }

    private void hasTheBytesOfTheStream(JsonNode job) {
        byte[] file = client.get(job.path("download_url").asText()).body();
        assertThat(Arrays.equals(file, client.get(STREAM).body())).isTrue();
    }

    private void awaitJobsHealth(int status) {
        Awaitility.await()
                .atMost(LONG)
                .until(() -> client.get("/health/jobs").statusCode() == status);
    }

    /** Streams need neither database nor storage. */
    private void streamsGoOn() {
        assertThat(client.get("/api/v1/members/stream?count=1").statusCode()).isEqualTo(200);
        for (String path : List.of("/health/ready", "/q/health/ready", "/health/live", "/health")) {
            assertThat(client.get(path).statusCode()).as(path).isEqualTo(200);
        }
        assertThat(client.get("/q/health/well").statusCode()).isEqualTo(503);
        assertThat(new String(client.get("/health").body(), StandardCharsets.UTF_8))
                .contains("degraded");
    }

    @Test
    void job_endsInAnObject_ofWhichRangesAreSent() {
        JsonNode job = client.await(client.submit("members", BODY), "done");

        hasTheBytesOfTheStream(job);
        String path = job.path("download_url").asText();
        byte[] whole = client.get(path).body();
        HttpResponse<byte[]> part = client.get(path, "Range", "bytes=5242870-5242889");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(whole, 5242870, 5242890));
        client.send("DELETE", "/api/v1/jobs/" + job.path("id").asText(), "");
        assertThat(client.get(path).statusCode()).isEqualTo(410);
    }

    @Test
    void jobWaits_whileStorageIsAway_andEndsWithTheSameBytes() {
        OutsideServers.storage().kill();
        JsonNode job = client.submit("members", BODY);
        Awaitility.await()
                .atMost(LONG)
                .until(() -> client.job(job).at("/progress/waits_for").asText().contains("S3"));
        assertThat(client.job(job).path("status").asText()).isEqualTo("running");
        awaitJobsHealth(503);
        streamsGoOn();

        OutsideServers.storage().start();
        hasTheBytesOfTheStream(client.await(job, "done"));
        awaitJobsHealth(200);
    }

    @Test
    void jobsAreRefused_whileTheDatabaseIsAway_andThoseTakenOnGoOn() {
        JsonNode job = client.submit("members", BODY);
        OutsideServers.stopDatabase();

        HttpResponse<byte[]> refused = client.post("members", BODY);
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(new String(refused.body(), StandardCharsets.UTF_8))
                .contains("UNAVAILABLE")
                .doesNotContain("SQL");
        awaitJobsHealth(503);
        streamsGoOn();

        OutsideServers.startDatabase();
        awaitJobsHealth(200);
        hasTheBytesOfTheStream(client.await(job, "done"));
    }

    @Test
    void feedWithASecret_isRefused_whileThereIsNoKeyForIt() {
        HttpResponse<byte[]> refused =
                new FeedClient(base)
                        .post(
                                """
                                {"kind": "members", "count": 1,
                                 "target": {"type": "http", "url": "http://127.0.0.1:1/",
                                            "signing_key": "a-secret-of-a-target"}}
                                """);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(new String(refused.body(), StandardCharsets.UTF_8))
                .contains("target.signing_key", "CLINICAL_FEEDS_SECRET_KEY")
                .doesNotContain("a-secret-of-a-target");
    }

    @Test
    void feedKeepsWhatArrived_whileTheDatabaseIsAway_andGoesOnAfterIt() {
        try (Endpoint endpoint = Endpoint.start()) {
            FeedClient feeds = new FeedClient(base);
            JsonNode feed =
                    feeds.submit(
                            """
                            {"kind": "members", "count": 3000, "rate": "1000/s", "batch": 10,
                             "target": {"type": "http", "url": "%s"}}
                            """
                                    .formatted(endpoint.url()));
            Awaitility.await().until(() -> endpoint.taken().size() > 10);
            OutsideServers.stopDatabase();
            awaitJobsHealth(503);
            int sent = endpoint.taken().size();
            OutsideServers.startDatabase();
            awaitJobsHealth(200);
            feeds.await(feed, "done");

            // what arrived while it could not be stored was one batch
            assertThat(endpoint.taken()).hasSizeBetween(300, 301);
            assertThat(sent).isLessThan(300);
            assertThat(endpoint.takenOnce())
                    .isEqualTo(client.get("/api/v1/members/stream?count=3000").body());
        }
    }
}
