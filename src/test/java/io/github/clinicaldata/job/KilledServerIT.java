package io.github.clinicaldata.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.clinicaldata.job.storage.Sha256;
import io.github.clinicaldata.support.ServerProcess;
import io.github.clinicaldata.transport.http.job.JobClient;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the packaged server while it works on jobs, at points in time that a seed gives, and starts
 * it again. {@code -Dfaults.kills=100} kills it more often than is fit for each build.
 */
class KilledServerIT {
    private static final int KILLS = Integer.getInteger("faults.kills", 5);
    private static final long SEED = Long.getLong("faults.seed", 20260101);
    private static final int LONGEST_MILLIS = 3_000;

    @TempDir Path directory;

    private ServerProcess server;
    private JobClient client;

    private void prepare(Map<String, String> settings) {
        server = new ServerProcess(directory, settings);
        client = new JobClient(server.address());
    }

    @AfterEach
    void kill() {
        server.kill();
    }

    private record Wanted(String kind, String format, int count) {
        String body() {
            return "{\"count\": %d, \"format\": \"%s\"}".formatted(count, format);
        }

        String stream() {
            return "/api/v1/%s/stream?count=%d&format=%s".formatted(kind, count, format);
        }
    }

    @Test
    void jobsOfAKilledServer_endWithTheBytesOfTheStream() throws Exception {
        prepare(Map.of("CLINICAL_JOBS_PART_BYTES", "262144", "CLINICAL_STORAGE_KEEP_FREE", "0"));
        List<Wanted> wanted =
                List.of(
                        new Wanted("members", "ndjson", 150_000),
                        new Wanted("claims", "x12", 20_000),
                        new Wanted("providers", "json", 60_000),
                        new Wanted("vaccines", "protobuf", 40_000));
        Random random = new Random(SEED);
        server.start();
        server.awaitReady();
        List<String> ids = new ArrayList<>();
        for (Wanted each : wanted) {
            ids.add(submit(each));
        }
        for (int kill = 0; kill < KILLS; kill++) {
            Thread.sleep(random.nextInt(LONGEST_MILLIS));
            server.kill();
            server.start();
            if (kill % 3 != 2) {
                // every third time it is killed while it starts, perhaps
                server.awaitReady();
                // what was answered is not forgotten: the same keys bring the same jobs
                assertThat(wanted).map(this::submit).isEqualTo(ids);
            }
        }
        server.awaitReady();

        for (int i = 0; i < ids.size(); i++) {
            JsonNode done =
                    client.await(JobClient.json("{\"id\": \"" + ids.get(i) + "\"}"), "done");
            HttpResponse<byte[]> file = client.get(done.path("download_url").asText());
            HttpResponse<byte[]> stream = client.get(wanted.get(i).stream());
            assertThat(Sha256.of(file.body(), file.body().length))
                    .as("%s", wanted.get(i))
                    .isEqualTo(Sha256.of(stream.body(), stream.body().length));
            assertThat(file.headers().firstValue("ETag").orElseThrow())
                    .contains(Sha256.of(file.body(), file.body().length));
        }
        assertThat(JobClient.data(client.get("/api/v1/jobs")).path("jobs")).hasSize(wanted.size());
        try (Stream<Path> files = Files.list(directory.resolve("data/files"))) {
            assertThat(files).hasSize(wanted.size());
        }
    }

    private String submit(Wanted wanted) {
        return client.submit(wanted.kind(), wanted.body(), "Idempotency-Key", wanted.kind() + "-1")
                .path("id")
                .asText();
    }

    @Test
    void stoppedServer_leavesItsJobsToTheNext_andGoesOnWithTheirParts() throws Exception {
        prepare(Map.of("CLINICAL_JOBS_PART_BYTES", "262144"));
        server.start();
        server.awaitReady();
        Wanted wanted = new Wanted("members", "csv", 200_000);
        JsonNode job = client.submit(wanted.kind(), wanted.body());
        while (client.job(job).path("file_size_bytes").asLong() == 0) {
            Thread.sleep(20);
        }
        server.stop();
        server.start();
        server.awaitReady();

        JsonNode resumed = client.job(job);
        assertThat(resumed.path("file_size_bytes").asLong()).isPositive();
        JsonNode done = client.await(job, "done");
        assertThat(client.get(done.path("download_url").asText()).body())
                .isEqualTo(client.get(wanted.stream()).body());
    }

    @Test
    void fullDisk_letsAJobFail_withAClearState_andLeavesNoParts() throws Exception {
        // no disk has so much room, so that storage takes nothing
        prepare(
                Map.of(
                        "CLINICAL_STORAGE_KEEP_FREE", String.valueOf(Long.MAX_VALUE),
                        "CLINICAL_JOBS_RETRY_FOR", "500ms",
                        "CLINICAL_JOBS_SWEEP_EVERY", "200ms"));
        server.start();
        server.awaitReady();
        JsonNode failed =
                client.await(client.submit("members", "{\"record_count\": 10}"), "failed");

        assertThat(failed.path("error").asText()).contains("The disk is full");
        assertThat(client.get("/api/v1/members/stream?count=1").statusCode()).isEqualTo(200);
        awaitNoFiles();
    }

    private void awaitNoFiles() throws IOException, InterruptedException {
        for (int i = 0; i < 600 && files() > 0; i++) {
            Thread.sleep(50);
        }
        assertThat(files()).isZero();
    }

    private long files() throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("data/files"))) {
            return files.count();
        }
    }

    @Test
    void serverThatOnlyStreams_leavesNoFileBehind() {
        prepare(Map.of());
        server.start();
        server.awaitReady();
        assertThat(client.get("/api/v1/members/stream?count=10").statusCode()).isEqualTo(200);

        assertThat(directory.resolve("data")).doesNotExist();
    }
}
