package io.github.clinicaldata.transport.http.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.clinicaldata.operations.RandomPorts;
import io.github.clinicaldata.support.Endpoint;
import io.github.clinicaldata.transport.http.feed.FeedClient;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Jobs in PostgreSQL with their files in S3, both of which go away and come back. */
@QuarkusTest
@TestProfile(RandomPorts.class)
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

    private void awaitReady(int status) {
        Awaitility.await()
                .atMost(LONG)
                .until(() -> client.get("/health/ready").statusCode() == status);
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
        awaitReady(503);
        assertThat(client.get("/api/v1/members/stream?count=1").statusCode()).isEqualTo(200);

        OutsideServers.storage().start();
        hasTheBytesOfTheStream(client.await(job, "done"));
        awaitReady(200);
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
        assertThat(client.get("/api/v1/members/stream?count=1").statusCode()).isEqualTo(200);
        awaitReady(503);

        OutsideServers.startDatabase();
        awaitReady(200);
        hasTheBytesOfTheStream(client.await(job, "done"));
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
            awaitReady(503);
            int sent = endpoint.taken().size();
            OutsideServers.startDatabase();
            awaitReady(200);
            feeds.await(feed, "done");

            // what arrived while it could not be stored was one batch
            assertThat(endpoint.taken()).hasSizeBetween(300, 301);
            assertThat(sent).isLessThan(300);
            assertThat(endpoint.takenOnce())
                    .isEqualTo(client.get("/api/v1/members/stream?count=3000").body());
        }
    }
}
