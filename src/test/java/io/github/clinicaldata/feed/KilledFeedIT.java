package io.github.clinicaldata.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.clinicaldata.support.Endpoint;
import io.github.clinicaldata.support.ServerProcess;
import io.github.clinicaldata.transport.http.feed.FeedClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the packaged server while it feeds, at points in time that a seed gives, and starts it
 * again, half as often as the server that works on jobs; and stops it.
 */
class KilledFeedIT {
    private static final int KILLS = Math.max(2, Integer.getInteger("faults.kills", 5) / 2);
    private static final int STOPS = KILLS;
    private static final long SEED = Long.getLong("faults.seed", 20260101);
    private static final int BATCH = 20;
    private static final int LONGEST_MILLIS = 700;

    @TempDir Path directory;

    private final Endpoint endpoint = Endpoint.start();
    private ServerProcess server;

    @AfterEach
    void kill() {
        server.kill();
        endpoint.close();
    }

    @Test
    void feed_resumesAfterTheLastAcknowledgedIndex_withOneBatchTwiceAtMost() throws Exception {
        FeedClient client = start();
        int count = 2_000 * (KILLS + 1);
        JsonNode feed = begin(client, count);
        interrupt(KILLS, server::kill);
        JsonNode done = client.await(feed, "done");

        assertThat(done.at("/progress/records_sent").asInt()).isEqualTo(count);
        assertThat(endpoint.takenOnce())
                .isEqualTo(client.get("/api/v1/members/stream?count=" + count));
        List<Endpoint.Posted> taken = endpoint.taken();
        assertThat(taken).hasSizeBetween(count / BATCH, count / BATCH + KILLS);
        for (int i = 1; i < taken.size(); i++) {
            // the next batch, or the same once more, under the same key
            Endpoint.Posted before = taken.get(i - 1);
            Endpoint.Posted each = taken.get(i);
            if (each.firstIndex() == before.firstIndex()) {
                assertThat(each.body()).isEqualTo(before.body());
                assertThat(each.header("Idempotency-Key"))
                        .isEqualTo(before.header("Idempotency-Key"));
            } else {
                assertThat(each.firstIndex()).isEqualTo(before.firstIndex() + BATCH);
            }
            assertThat(each.header("webhook-signature")).startsWith("v1,");
        }
    }

    /** A server that is told to stop waits for the batch on its way and keeps that it arrived. */
    @Test
    void feedOfAServerThatIsStopped_repeatsNothing() throws Exception {
        FeedClient client = start();
        int count = 2_000 * (STOPS + 1);
        JsonNode feed = begin(client, count);
        interrupt(STOPS, server::stop);
        client.await(feed, "done");

        assertThat(endpoint.taken()).hasSize(count / BATCH);
    }

    private FeedClient start() {
        server =
                new ServerProcess(
                        directory, Map.of("CLINICAL_FEEDS_ALLOWED_ADDRESSES", "127.0.0.0/8"));
        server.start();
        server.awaitReady();
        return new FeedClient(server.address());
    }

    /** Ends the server so many times in the midst of the feed, and starts it again. */
    private void interrupt(int times, Runnable end) throws InterruptedException {
        Random random = new Random(SEED);
        for (int i = 0; i < times; i++) {
            awaitBatches();
            Thread.sleep(random.nextInt(LONGEST_MILLIS));
            end.run();
            server.start();
        }
        server.awaitReady();
    }

    private JsonNode begin(FeedClient client, int count) {
        return client.submit(
                """
                {"kind": "members", "count": %d, "batch": %d, "rate": "2000/s",
                 "target": {"type": "http", "url": "%s",
                            "signing_key": "sixteen bytes or more"}}
                """
                        .formatted(count, BATCH, endpoint.url()));
    }

    /** Waits for a batch that the server sends after now. */
    private void awaitBatches() {
        int taken = endpoint.taken().size();
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> endpoint.taken().size() > taken + 1);
    }
}
