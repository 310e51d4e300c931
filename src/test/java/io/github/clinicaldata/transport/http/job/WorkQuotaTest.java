package io.github.clinicaldata.transport.http.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.clinicaldata.security.key.ApiKeys;
import io.github.clinicaldata.support.Endpoint;
import io.github.clinicaldata.transport.http.SecuredServer;
import io.github.clinicaldata.transport.http.feed.FeedClient;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Jobs and feeds use up the records that their key may have, and are slowed down by that. */
@QuarkusTest
@TestProfile(SecuredServer.class)
class WorkQuotaTest {
    @Inject ApiKeys keys;
    @TestHTTPResource URI base;

    private JobClient client;
    private String key;

    @BeforeEach
    void connect() {
        key = newKey();
        client = new JobClient(base).with("X-API-Key", key);
    }

    private String newKey() {
        return keys.create("test", List.of("stream", "jobs", "feeds"), null).text();
    }

    private static String body(int records) {
        return "{\"record_count\": %d, \"output_format\": \"csv\"}".formatted(records);
    }

    private String left() {
        HttpResponse<byte[]> answer = client.get("/api/v1/jobs?limit=1");
        return answer.headers().firstValue("RateLimit").orElse("");
    }

    @Test
    void jobBeyondTheQuota_goesOnAsItGrows_andItsFileIsWhole() {
        long start = System.nanoTime();
        JsonNode job = client.await(client.submit("members", body(6300)), "done");
        Duration taken = Duration.ofNanos(System.nanoTime() - start);

        assertThat(taken).isGreaterThan(Duration.ofMillis(2000));
        assertThat(left()).containsPattern("\"records\";r=[0-9]{1,3};");
        JobClient other = new JobClient(base).with("X-API-Key", newKey());
        assertThat(client.get(job.path("download_url").asText()).body())
                .isEqualTo(other.get("/api/v1/members/stream?count=6300&format=csv").body());
    }

    @Test
    void jobThatWaitsForItsQuota_saysSo_andKeepsNoOtherClientWaiting() {
        JsonNode slow = client.submit("members", body(60_000));
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(
                        () ->
                                client.job(slow)
                                        .path("progress")
                                        .path("waits_for")
                                        .asText()
                                        .contains("quota"));
        JsonNode next = client.submit("members", body(10));

        JobClient other = new JobClient(base).with("X-API-Key", newKey());
        other.await(other.submit("members", body(10)), "done");

        assertThat(client.job(slow).path("status").asText()).isEqualTo("running");
        assertThat(client.job(next).path("status").asText()).isEqualTo("queued");
        client.send("DELETE", "/api/v1/jobs/" + slow.path("id").asText(), "");
        client.await(next, "done");
    }

    @Test
    void feedBeyondTheQuota_isSlowed_andNothingIsMissing() {
        try (Endpoint endpoint = Endpoint.start()) {
            FeedClient feeds = new FeedClient(client);
            long start = System.nanoTime();
            JsonNode feed =
                    feeds.submit(
                            """
                            {"kind": "providers", "count": 6300, "format": "ndjson", "batch": 100,
                             "target": {"type": "http", "url": "%s"}}
                            """
                                    .formatted(endpoint.url()));
            feeds.await(feed, "done");
            Duration taken = Duration.ofNanos(System.nanoTime() - start);

            assertThat(taken).isGreaterThan(Duration.ofMillis(2000));
            JobClient other = new JobClient(base).with("X-API-Key", newKey());
            assertThat(endpoint.takenOnce())
                    .isEqualTo(other.get("/api/v1/providers/stream?count=6300").body());
        }
    }
}
