package io.github.clinicaldata.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.clinicaldata.support.Endpoint;
import io.github.clinicaldata.support.Postgres;
import io.github.clinicaldata.support.ServerProcess;
import io.github.clinicaldata.transport.http.feed.FeedClient;
import io.github.clinicaldata.transport.http.job.JobClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two packaged servers on one PostgreSQL: one of them works, and the other when that is killed. */
class ReplicasIT {
    private static final Duration LONG = Duration.ofMinutes(3);
    private static final int BATCH = 10;

    private static Postgres database;

    @TempDir Path directory;

    private List<ServerProcess> servers;

    @BeforeAll
    static void startDatabase() {
        database = Postgres.start();
    }

    @AfterAll
    static void stopDatabase() {
        database.close();
    }

    @BeforeEach
    void startServers() throws IOException {
        Map<String, String> settings =
                Map.of(
                        "CLINICAL_DATABASE_URL",
                        database.create(),
                        "CLINICAL_STORAGE_LOCAL_PATH",
                        directory.resolve("files").toString(),
                        "CLINICAL_STORAGE_KEEP_FREE",
                        "0",
                        "CLINICAL_JOBS_PART_BYTES",
                        "262144",
                        "CLINICAL_JOBS_LEASE",
                        "3s",
                        "CLINICAL_FEEDS_LEASE",
                        "3s",
                        "CLINICAL_FEEDS_SECRET_KEY",
                        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                        "CLINICAL_FEEDS_ALLOWED_ADDRESSES",
                        "127.0.0.0/8");
        servers =
                List.of(
                        new ServerProcess(Files.createDirectory(directory.resolve("a")), settings),
                        new ServerProcess(Files.createDirectory(directory.resolve("b")), settings));
        servers.forEach(ServerProcess::start);
        servers.forEach(ServerProcess::awaitReady);
    }

    @AfterEach
    void stopServers() {
        servers.forEach(ServerProcess::kill);
    }

    private static String metrics(ServerProcess server) {
        return new String(
                new JobClient(server.address()).get("/q/metrics").body(), StandardCharsets.UTF_8);
    }

    /** The one server whose metrics have a line; there never is another. */
    private ServerProcess only(String line) {
        List<ServerProcess> having =
                servers.stream().filter(server -> metrics(server).contains(line)).toList();
        assertThat(having).as(line).hasSize(1);
        return having.get(0);
    }

    private ServerProcess other(ServerProcess server) {
        return server == servers.get(0) ? servers.get(1) : servers.get(0);
    }

    @Test
    void feed_isPushedByOneServer_andByTheOtherOnceThatIsKilled_inOrderAndWhole() {
        int count = 20_000;
        try (Endpoint endpoint = Endpoint.start()) {
            JsonNode feed =
                    new FeedClient(servers.get(0).address())
                            .submit(
                                    """
                                    {"kind": "members", "count": %d, "batch": %d, "rate": "100/s",
                                     "target": {"type": "http", "url": "%s",
                                                "signing_key": "sixteen bytes or more"}}
                                    """
                                            .formatted(count, BATCH, endpoint.url()));
            Awaitility.await().atMost(LONG).until(() -> endpoint.taken().size() > 20);
            String meter = "feed=\"" + feed.path("id").asText();
            ServerProcess owner = only(meter);
            ServerProcess next = other(owner);
            owner.kill();
            int before = endpoint.taken().size();
            FeedClient client = new FeedClient(next.address());
            Awaitility.await().atMost(LONG).until(() -> endpoint.taken().size() > before + 5);
            assertThat(metrics(next)).contains(meter);
            // one that comes back leaves the feed to who has it
            owner.start();
            owner.awaitReady();
            int meanwhile = endpoint.taken().size();
            Awaitility.await().atMost(LONG).until(() -> endpoint.taken().size() > meanwhile + 10);
            assertThat(only(meter)).isSameAs(next);
            // what a client wants of it goes through any server
            assertThat(
                            new FeedClient(owner.address())
                                    .send(
                                            "PATCH",
                                            FeedClient.PATH + "/" + feed.path("id").asText(),
                                            "{\"rate\": \"50000/s\"}",
                                            "Content-Type",
                                            "application/json")
                                    .statusCode())
                    .isEqualTo(200);
            client.await(feed, "done");

            assertThat(endpoint.takenOnce())
                    .isEqualTo(client.get("/api/v1/members/stream?count=" + count));
            List<Endpoint.Posted> taken = endpoint.taken();
            assertThat(taken).hasSizeBetween(count / BATCH, count / BATCH + 1);
            long last = -BATCH;
            for (Endpoint.Posted each : taken) {
                assertThat(each.firstIndex()).isIn(last, last + BATCH);
                last = each.firstIndex();
            }
        }
    }

    @Test
    void job_isWorkedOnByOneServer_andByTheOtherOnceThatIsKilled_withTheBytesOfTheStream() {
        JobClient first = new JobClient(servers.get(0).address());
        JsonNode job =
                first.submit("members", "{\"record_count\": 400000, \"output_format\": \"csv\"}");
        Awaitility.await()
                .atMost(LONG)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> first.job(job).at("/progress/records_done").asLong() > 20_000);
        ServerProcess owner =
                only("clinical_streams_active{format=\"csv\",kind=\"members\",transport=\"job\"}");
        owner.kill();
        JobClient client = new JobClient(other(owner).address());
        long done = client.job(job).at("/progress/records_done").asLong();
        assertThat(done).isBetween(20_000L, 399_999L);
        JsonNode last = client.await(job, "done");

        assertThat(client.get(last.path("download_url").asText()).body())
                .isEqualTo(client.get("/api/v1/members/stream?count=400000&format=csv").body());
    }
}
