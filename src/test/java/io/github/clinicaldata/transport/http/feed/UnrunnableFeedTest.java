package io.github.clinicaldata.transport.http.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.clinicaldata.database.Database;
import io.github.clinicaldata.support.LogLines;
import io.github.clinicaldata.support.SmallServer;
import io.github.clinicaldata.transport.http.job.JobClient;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A feed that another release made, of a kind that this one does not have. */
@QuarkusTest
@TestProfile(SmallServer.class)
class UnrunnableFeedTest {
    @TestHTTPResource URI base;
    @Inject Database database;

    private double failed(FeedClient client) {
        return new String(client.get("/q/metrics"), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith("clinical_feeds_failed_total"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf(' '))))
                .sum();
    }

    private JsonNode pausedFeed(FeedClient client, String requestId) {
        JsonNode feed =
                JobClient.data(
                        client.post(
                                """
                                {"kind": "members", "count": "unbounded", "rate": "1/s",
                                 "target": {"type": "mllp", "host": "127.0.0.1", "port": 1}}
                                """,
                                "X-Request-ID",
                                requestId));
        client.tell(feed, "POST", "/pause", "");
        // a runner that took the feed up before may look at its kind until it lets go of it
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(30))
                .until(() -> isOfNobody(feed));
        return feed;
    }

    private boolean isOfNobody(JsonNode feed) {
        return database.call(
                connection -> {
                    try (PreparedStatement query =
                            connection.prepareStatement("SELECT owner FROM feeds WHERE id = ?")) {
                        query.setObject(1, UUID.fromString(feed.path("id").asText()));
                        try (ResultSet rows = query.executeQuery()) {
                            return rows.next() && rows.getObject("owner") == null;
                        }
                    }
                });
    }

    private void makeOfNoKind(JsonNode feed) {
        int changed =
                database.call(
                        connection -> {
                            try (PreparedStatement change =
                                    connection.prepareStatement(
                                            "UPDATE feeds SET kind = 'gone' WHERE id = ?")) {
                                change.setObject(1, UUID.fromString(feed.path("id").asText()));
                                return change.executeUpdate();
                            }
                        });
        assertThat(changed).isEqualTo(1);
    }

    @Test
    void feedThatCantBeRun_hasFailed_andIsCounted_andItsLineTellsTheRequest() {
        FeedClient client = new FeedClient(base);
        JsonNode feed = pausedFeed(client, "unrunnable-1");
        makeOfNoKind(feed);
        double before = failed(client);
        try (LogLines lines = LogLines.of("io.github.clinicaldata.feed.FeedRuns")) {
            client.tell(feed, "POST", "/resume", "");
            assertThat(client.await(feed, "failed").path("error").asText()).contains("gone");

            assertThat(lines.containing("can't be run"))
                    .singleElement()
                    .satisfies(
                            line ->
                                    assertThat(line.getMdc("request_id"))
                                            .isEqualTo("unrunnable-1"));
        }
        assertThat(failed(client)).isEqualTo(before + 1);
        client.tell(feed, "DELETE", "", "");
    }
}
