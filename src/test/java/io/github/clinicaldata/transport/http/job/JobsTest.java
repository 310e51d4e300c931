package io.github.clinicaldata.transport.http.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.clinicaldata.job.storage.Sha256;
import io.github.clinicaldata.support.SmallServer;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@TestProfile(SmallServer.class)
class JobsTest {
    /** So many records take the worker a while. */
    private static final String LONG = "{\"record_count\": 20000000}";

    @TestHTTPResource URI base;

    private JobClient client;

    @BeforeEach
    void connect() {
        client = new JobClient(base);
    }

    @AfterEach
    void cancelAll() {
        for (String status : List.of("queued", "running")) {
            JobClient.data(client.get("/api/v1/jobs?status=" + status))
                    .path("jobs")
                    .forEach(job -> delete(job));
        }
    }

    private JsonNode delete(JsonNode job) {
        HttpResponse<byte[]> answer =
                client.send("DELETE", "/api/v1/jobs/" + job.path("id").asText(), "");
        assertThat(answer.statusCode()).isEqualTo(200);
        return JobClient.data(answer);
    }

    private JsonNode done(String kind, String body) {
        return client.await(client.submit(kind, body), "done");
    }

    private static String path(JsonNode job) {
        return job.path("download_url").asText();
    }

    @Test
    void job_isTakenOn_andEndsInAFile() {
        Instant before = Instant.now();
        HttpResponse<byte[]> answer =
                client.post("members", "{\"record_count\": 100, \"output_format\": \"csv\"}");

        assertThat(answer.statusCode()).isEqualTo(202);
        JsonNode taken = JobClient.data(answer);
        assertThat(answer.headers().firstValue("Location").orElseThrow())
                .endsWith("/api/v1/jobs/" + taken.path("id").asText());
        JsonNode done = client.await(taken, "done");
        assertThat(done.path("record_count").asInt()).isEqualTo(100);
        assertThat(done.path("format").asText()).isEqualTo("csv");
        Instant made = Instant.parse(done.path("generated_at").asText());
        assertThat(made).isBetween(before, Instant.now());
        assertThat(Instant.parse(done.path("expires_at").asText()))
                .isEqualTo(made.plus(Duration.ofHours(24)));
        HttpResponse<byte[]> file = client.get(path(done));
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.body()).hasSize(done.path("file_size_bytes").asInt());
        assertThat(file.headers().firstValue("Content-Type")).contains("text/csv");
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment; filename=\"members-");
    }

    @ParameterizedTest
    @CsvSource({
        "members, ndjson, 2000",
        "members, csv, 2000",
        "claims, json, 700",
        "claims, protobuf, 1500",
        "claims, x12, 500",
        "vaccines, csv, 1"
    })
    void file_hasTheBytesOfTheStream(String kind, String format, int count) {
        JsonNode job =
                done(
                        kind,
                        "{\"count\": %d, \"format\": \"%s\", \"seed\": 7, \"offset\": 11}"
                                .formatted(count, format));

        byte[] stream =
                client.get(
                                "/api/v1/%s/stream?count=%d&format=%s&seed=7&offset=11"
                                        .formatted(kind, count, format))
                        .body();
        assertThat(client.get(path(job)).body()).isEqualTo(stream);
    }

    @Test
    void fieldsOfOlderClients_meanTheSameAsParameters() {
        JsonNode job =
                done(
                        "members",
                        "{\"record_count\": 50, \"output_format\": \"csv\", \"include_address\":"
                                + " false, \"include_contact\": true, \"ethnicity_filter\":"
                                + " [\"hispanic\", \"not_hispanic\"], \"age_range\": [18, 64],"
                                + " \"seed\": null}");

        byte[] stream =
                client.get(
                                "/api/v1/members/stream?count=50&format=csv&include_address=false"
                                        + "&ethnicity=hispanic,not_hispanic&age_min=18&age_max=64")
                        .body();
        assertThat(client.get(path(job)).body()).isEqualTo(stream);
        assertThat(new String(stream, StandardCharsets.UTF_8))
                .contains("phone")
                .doesNotContain("address");
    }

    @Test
    void metadata_nameTheStreamAndTheDigest() {
        JsonNode job = done("members", "{\"record_count\": 10, \"include_metadata\": true}");

        byte[] file = client.get(path(job)).body();
        assertThat(job.at("/metadata/sha256").asText()).isEqualTo(Sha256.of(file, file.length));
        StringBuilder query = new StringBuilder("/api/v1/members/stream?");
        job.at("/metadata/parameters")
                .properties()
                .forEach(
                        each ->
                                query.append(each.getKey())
                                        .append('=')
                                        .append(each.getValue().asText())
                                        .append('&'));
        assertThat(client.get(query.toString()).body()).isEqualTo(file);
        assertThat(done("members", "{\"record_count\": 10}").has("metadata")).isFalse();
    }

    @Test
    void ranges_areSent() {
        JsonNode job = done("members", "{\"record_count\": 1000}");
        byte[] whole = client.get(path(job)).body();

        HttpResponse<byte[]> part = client.get(path(job), "Range", "bytes=100-199");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(whole, 100, 200));
        assertThat(part.headers().firstValue("Content-Range"))
                .contains("bytes 100-199/" + whole.length);
        HttpResponse<byte[]> rest =
                client.get(path(job), "Range", "bytes=" + (whole.length - 5) + "-");
        assertThat(rest.body())
                .isEqualTo(Arrays.copyOfRange(whole, whole.length - 5, whole.length));
        assertThat(client.get(path(job), "Range", "bytes=-5").body()).isEqualTo(rest.body());
        HttpResponse<byte[]> beyond = client.get(path(job), "Range", "bytes=" + whole.length + "-");
        assertThat(beyond.statusCode()).isEqualTo(416);
        assertThat(beyond.headers().firstValue("Content-Range"))
                .contains("bytes */" + whole.length);
        for (String ignored : List.of("bytes=0-1,5-6", "lines=1-2", "bytes=9-1", "bytes=-")) {
            assertThat(client.get(path(job), "Range", ignored).body()).isEqualTo(whole);
        }
        for (String range : List.of("bytes=100-199", "bytes=" + whole.length + "-")) {
            HttpResponse<byte[]> head = client.send("HEAD", path(job), "", "Range", range);
            assertThat(head.statusCode()).isEqualTo(200);
            assertThat(head.headers().firstValue("Content-Range")).isEmpty();
            assertThat(head.headers().firstValue("Content-Length"))
                    .contains(String.valueOf(whole.length));
        }
    }

    @Test
    void entityTag_isOfTheBytes_andSavesThem() {
        JsonNode job = done("members", "{\"record_count\": 10}");
        HttpResponse<byte[]> file = client.get(path(job), "Accept-Encoding", "gzip");
        String tag = file.headers().firstValue("ETag").orElseThrow();

        assertThat(tag).isEqualTo('"' + Sha256.of(file.body(), file.body().length) + '"');
        assertThat(client.get(path(job), "If-None-Match", "W/\"x\", " + tag).statusCode())
                .isEqualTo(304);
        assertThat(client.get(path(job), "If-None-Match", "\"x\"").statusCode()).isEqualTo(200);
        assertThat(client.get(path(job), "Range", "bytes=0-0", "If-Range", tag).statusCode())
                .isEqualTo(206);
        assertThat(client.get(path(job), "Range", "bytes=0-0", "If-Range", "\"x\"").statusCode())
                .isEqualTo(200);
        HttpResponse<byte[]> head = client.send("HEAD", path(job), "");
        assertThat(head.headers().firstValue("Content-Length"))
                .contains(String.valueOf(file.body().length));
    }

    @Test
    void sameKeyAndBody_bringTheSameJob_andAnotherBodyIsRefused() {
        String key = "key-" + System.nanoTime();
        JsonNode first =
                client.submit("members", "{\"count\": 5, \"seed\": 1}", "Idempotency-Key", key);

        // the order of fields is nothing that a client means
        JsonNode again =
                client.submit("members", "{\"seed\": 1, \"count\": 5}", "Idempotency-Key", key);
        assertThat(again.path("id")).isEqualTo(first.path("id"));
        HttpResponse<byte[]> other =
                client.post("members", "{\"count\": 6, \"seed\": 1}", "Idempotency-Key", key);
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(new String(other.body(), StandardCharsets.UTF_8))
                .contains("KEY_REUSED", "Idempotency-Key");
        assertThat(
                        client.post("claims", "{\"count\": 5, \"seed\": 1}", "Idempotency-Key", key)
                                .statusCode())
                .isEqualTo(422);
        assertThat(client.post("members", "{}", "Idempotency-Key", "two words").statusCode())
                .isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "members | {\"record_count\": 0} | 422 | record_count",
                "members | {\"record_count\": \"many\"} | 400 | record_count",
                "members | {\"count\": 20000001} | 422 | count",
                "members | {\"count\": \"unbounded\"} | 422 | count",
                "members | {\"count\": 1, \"record_count\": 2} | 400 | record_count",
                "members | {\"output_format\": \"parquet\"} | 406 | output_format",
                "claims | {\"output_format\": \"EDI\"} | 406 | output_format",
                "members | {\"format\": \"parquet\"} | 406 | format",
                "members | {\"age_range\": [64, 18]} | 422 | age_range",
                "members | {\"age_range\": [18]} | 400 | age_range",
                "members | {\"age_range\": 18} | 400 | age_range",
                "members | {\"ethnicity_filter\": [\"martian\"]} | 422 | ethnicity_filter",
                "members | {\"include_metadata\": \"yes\"} | 400 | include_metadata",
                "members | {\"seed\": {\"of\": 1}} | 400 | seed",
                "members | {\"rate\": \"5/s\"} | 422 | rate",
                "members | {\"resume_after\": 5} | 422 | resume_after",
                "members | {\"recrod_count\": 5} | 422 | recrod_count",
                "members | {\"count\": 1, \"count\": 2} | 400 | body",
                "members | {\"count\": 1 | 400 | body",
                "members | {} {} | 400 | body",
                "members | [1] | 400 | body",
                "martians | {} | 404 | kind"
            })
    void badRequest_isRefusedBeforeItIsTakenOn(String kind, String body, int status, String field) {
        HttpResponse<byte[]> answer = client.post(kind, body);

        JsonNode error = JobClient.json(new String(answer.body(), StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).as("%s", error).isEqualTo(status);
        assertThat(error.at("/error/details/0/field").asText()).isEqualTo(field);
        assertThat(error.path("success").asBoolean()).isFalse();
    }

    @Test
    void formatThatIsNotOffered_isNamedAsItWasGiven() {
        HttpResponse<byte[]> answer = client.post("members", "{\"output_format\": \"edi\"}");

        assertThat(answer.statusCode()).isEqualTo(406);
        assertThat(
                        JobClient.json(new String(answer.body(), StandardCharsets.UTF_8))
                                .at("/error/message")
                                .asText())
                .startsWith("output_format: \"edi\" is not offered here; offered are csv");
    }

    @Test
    void otherMediaTypes_andMethods_areRefused() {
        assertThat(
                        client.send(
                                        "POST",
                                        "/api/v1/members/generate",
                                        "count=5",
                                        "Content-Type",
                                        "application/x-www-form-urlencoded")
                                .statusCode())
                .isEqualTo(415);
        HttpResponse<byte[]> get = client.get("/api/v1/members/generate");
        assertThat(get.statusCode()).isEqualTo(405);
        assertThat(get.headers().firstValue("Allow")).contains("POST");
        assertThat(client.send("PUT", "/api/v1/jobs", "").statusCode()).isEqualTo(405);
        assertThat(client.send("POST", "/downloads/x", "").statusCode()).isEqualTo(405);
    }

    @Test
    void runningJob_isCancelled_andItsPartsAreRemoved() {
        JsonNode job = client.submit("members", LONG);
        Awaitility.await().until(() -> client.job(job).path("file_size_bytes").asLong() > 0);

        assertThat(delete(job).path("status").asText()).isEqualTo("cancelled");
        assertThat(delete(job).path("status").asText()).isEqualTo("cancelled");
        assertThat(client.get(path(job)).statusCode()).isEqualTo(404);
        Path file = Path.of("target/test-files", path(job).substring("/downloads/".length()));
        Awaitility.await()
                .untilAsserted(
                        () ->
                                assertThat(file.resolveSibling(file.getFileName() + ".part"))
                                        .doesNotExist());
        assertThat(client.job(job).path("status").asText()).isEqualTo("cancelled");
    }

    @Test
    void fullQueue_refusesWithATimeToTryAgain() {
        List<JsonNode> taken = new ArrayList<>();
        taken.add(client.submit("members", LONG));
        client.await(taken.get(0), "running");
        for (int i = 0; i < 3; i++) {
            taken.add(client.submit("members", LONG));
        }

        HttpResponse<byte[]> refused = client.post("members", LONG);
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(new String(refused.body(), StandardCharsets.UTF_8)).contains("QUEUE_FULL");
        assertThat(delete(taken.get(3)).path("status").asText()).isEqualTo("cancelled");
        assertThat(client.post("members", LONG).statusCode()).isEqualTo(202);
    }

    @Test
    void fileOfADeletedJob_isGone() {
        JsonNode job = done("members", "{\"record_count\": 10}");

        assertThat(delete(job).path("status").asText()).isEqualTo("expired");
        assertThat(client.get(path(job)).statusCode()).isEqualTo(410);
        Path file = Path.of("target/test-files", path(job).substring("/downloads/".length()));
        Awaitility.await().untilAsserted(() -> assertThat(file).doesNotExist());
    }

    @ParameterizedTest
    @CsvSource({
        "/downloads/../application.properties",
        "/downloads/..%2f..%2fpom.xml",
        "/downloads/%2e%2e/%2e%2e/pom.xml",
        "/downloads/..%5c..%5cpom.xml",
        "/downloads/members-00000000-0000-0000-0000-000000000000.csv",
        "/downloads/members-00000000-0000-0000-0000-000000000000.csv%00.txt",
        "/downloads/%2fetc%2fpasswd",
        "/downloads//etc/passwd",
        "/downloads/"
    })
    void otherNames_areNotFound(String path) {
        assertThat(client.get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void nameOfAnotherFormat_isNotFound() {
        JsonNode job = done("members", "{\"record_count\": 10}");

        assertThat(client.get(path(job).replace(".ndjson", ".csv")).statusCode()).isEqualTo(404);
        assertThat(client.get(path(job).replace("members", "claims")).statusCode()).isEqualTo(404);
    }

    @Test
    void jobs_areListedInPages() {
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            made.add(0, done("providers", "{\"record_count\": 1}").path("id").asText());
        }
        List<String> listed = new ArrayList<>();
        Set<String> cursors = new HashSet<>();
        String path = "/api/v1/jobs?kind=providers&status=done&limit=2";
        JsonNode page = JobClient.data(client.get(path));
        while (true) {
            page.path("jobs").forEach(job -> listed.add(job.path("id").asText()));
            String cursor = page.path("next_cursor").asText();
            if (cursor.isEmpty() || listed.size() >= 5) {
                break;
            }
            assertThat(cursors.add(cursor)).isTrue();
            page = JobClient.data(client.get(path + "&cursor=" + cursor));
        }

        assertThat(listed.subList(0, 5)).isEqualTo(made);
    }

    @ParameterizedTest
    @CsvSource({
        "status=lost, 422", "kind=martians, 422", "limit=0, 422", "limit=1001, 422",
        "limit=x, 400", "cursor=x, 422", "stauts=done, 422", "limit=1&limit=2, 422"
    })
    void badQuery_isRefused(String query, int status) {
        HttpResponse<byte[]> answer = client.get("/api/v1/jobs?" + query);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8))
                .contains(query.substring(0, query.indexOf('=')));
    }

    @Test
    void unknownJob_isNotFound() {
        for (String id : List.of("x", "00000000-0000-0000-0000-000000000000")) {
            assertThat(client.get("/api/v1/jobs/" + id).statusCode()).isEqualTo(404);
            assertThat(client.get("/api/v1/jobs/" + id + "/events").statusCode()).isEqualTo(404);
            assertThat(client.send("DELETE", "/api/v1/jobs/" + id, "").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void events_tellProgress_andEndWithTheState() {
        JsonNode job = client.submit("members", "{\"record_count\": 100000}");
        HttpResponse<byte[]> answer =
                client.get(
                        "/api/v1/jobs/" + job.path("id").asText() + "/events",
                        "Accept",
                        "text/event-stream");

        assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("text/event-stream");
        String text = new String(answer.body(), StandardCharsets.UTF_8);
        List<String> names =
                text.lines()
                        .filter(line -> line.startsWith("event:"))
                        .map(line -> line.substring("event:".length()).strip())
                        .toList();
        assertThat(names).hasSizeGreaterThan(1).endsWith("done");
        assertThat(names.subList(0, names.size() - 1)).containsOnly("progress");
        List<Long> records =
                text.lines()
                        .filter(line -> line.startsWith("data:"))
                        .map(line -> JobClient.json(line.substring("data:".length())))
                        .map(data -> data.at("/progress/records_done").asLong())
                        .toList();
        assertThat(records).isSorted().endsWith(100000L);
    }

    @Test
    void eventsOfAFinishedJob_sayHowItEnded() {
        JsonNode job = done("members", "{\"record_count\": 10}");

        String text =
                new String(
                        client.get("/api/v1/jobs/" + job.path("id").asText() + "/events").body(),
                        StandardCharsets.UTF_8);
        assertThat(text).startsWith("event:done\n");
    }

    @Test
    void filtersThatMatchNothing_failTheJob_andSayWhy() {
        JsonNode job =
                client.submit("members", "{\"count\": 1, \"age_min\": 120, \"until\": 30000000}");
        JsonNode last = client.await(job, "failed");

        assertThat(last.path("error").asText()).contains("filters match none");
        assertThat(client.get(path(job)).statusCode()).isEqualTo(404);
    }

    @Test
    void healthOfJobs_tellsOfStorageAndDatabase() {
        HttpResponse<byte[]> answer = client.get("/health/jobs");

        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode checks = JobClient.json(new String(answer.body(), StandardCharsets.UTF_8));
        assertThat(checks.at("/checks/storage").asBoolean()).isTrue();
        assertThat(checks.at("/checks/database").asBoolean()).isTrue();
    }
}
