package io.github.clinicaldata.transport.http.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.clinicaldata.security.audit.AuditEvent;
import io.github.clinicaldata.security.audit.AuditOutcome;
import io.github.clinicaldata.support.Endpoint;
import io.github.clinicaldata.support.SmallServer;
import io.github.clinicaldata.transport.http.RememberedAudit;
import io.github.clinicaldata.transport.http.job.JobClient;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Feeds to an HTTP endpoint that is real, slow, ill or dead. */
@QuarkusTest
@TestProfile(SmallServer.class)
class HttpFeedTest {
    private static final String KEY = "a-signing-key-of-some-length";

    @TestHTTPResource URI base;
    @Inject RememberedAudit audit;

    private FeedClient client;
    private Endpoint endpoint;

    @BeforeEach
    void connect() {
        client = new FeedClient(base);
        endpoint = Endpoint.start();
    }

    @AfterEach
    void stopAll() {
        for (String status : List.of("queued", "running", "waiting", "paused", "failed")) {
            JobClient.json(text(client.get(FeedClient.PATH + "?status=" + status)))
                    .at("/data/feeds")
                    .forEach(feed -> client.tell(feed, "DELETE", "", ""));
        }
        endpoint.close();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private String body(String more) {
        return "{\"kind\": \"members\", \"target\": {\"type\": \"http\", \"url\": \"%s\"}, %s}"
                .formatted(endpoint.url(), more);
    }

    private void awaitTaken(int most) {
        Awaitility.await()
                .pollInterval(Duration.ofMillis(20))
                .until(() -> endpoint.taken().size() >= most);
    }

    @ParameterizedTest
    @CsvSource({"members, ndjson, 1234, 100", "claims, ndjson, 250, 1", "vaccines, fhir, 90, 40"})
    void records_arriveInOrder_withTheBytesOfTheStream(
            String kind, String format, int count, int batch) {
        JsonNode feed =
                client.submit(
                        """
                        {"kind": "%s", "format": "%s", "count": %d, "seed": 7, "offset": 11,
                         "batch": %d, "target": {"type": "http", "url": "%s"}}
                        """
                                .formatted(kind, format, count, batch, endpoint.url()));
        JsonNode done = client.await(feed, "done");

        byte[] stream =
                client.get(
                        "/api/v1/%s/stream?format=%s&count=%d&seed=7&offset=11"
                                .formatted(kind, format, count));
        assertThat(text(endpoint.takenOnce())).isEqualTo(text(stream));
        assertThat(endpoint.posted()).hasSize((count + batch - 1) / batch);
        assertThat(done.at("/progress/records_sent").asInt()).isEqualTo(count);
        assertThat(done.at("/progress/last_index").asInt()).isEqualTo(count + 10);
        assertThat(done.at("/progress/bytes_sent").asInt()).isEqualTo(stream.length);
        assertThat(done.path("ended_at").isMissingNode()).isFalse();
    }

    @Test
    void eachBatchOfADocumentFormat_isTheDocumentThatAStreamWouldBe() {
        JsonNode feed =
                client.submit(
                        """
                        {"kind": "claims", "format": "x12", "count": 25, "batch": 10,
                         "target": {"type": "http", "url": "%s"}}
                        """
                                .formatted(endpoint.url()));
        client.await(feed, "done");

        assertThat(endpoint.posted()).hasSize(3);
        for (Endpoint.Posted each : endpoint.posted()) {
            int count = Integer.parseInt(each.header("X-Record-Count"));
            byte[] stream =
                    client.get(
                            "/api/v1/claims/stream?format=x12&offset=%d&count=%d"
                                    .formatted(each.firstIndex(), count));
            assertThat(text(each.body())).isEqualTo(text(stream));
            assertThat(each.header("Content-Type")).isEqualTo("application/EDI-X12");
        }
    }

    @Test
    void filteredRecords_areCountedAsTheyAreSent() {
        JsonNode feed =
                client.submit(body("\"count\": 95, \"batch\": 10, \"age_range\": [18, 30]"));
        client.await(feed, "done");

        assertThat(text(endpoint.takenOnce()))
                .isEqualTo(
                        text(client.get("/api/v1/members/stream?count=95&age_min=18&age_max=30")));
    }

    @Test
    void requests_areSigned_andNamedByFeedAndFirstIndex() throws Exception {
        JsonNode feed =
                client.submit(
                        """
                        {"kind": "members", "count": 20, "batch": 10,
                         "target": {"type": "http", "url": "%s", "signing_key": "%s",
                                    "headers": {"X-Tenant": "hidden-tenant"}}}
                        """
                                .formatted(endpoint.url(), KEY));
        JsonNode done = client.await(feed, "done");

        String id = feed.path("id").asText();
        Endpoint.Posted second = endpoint.posted().get(1);
        assertThat(second.header("Idempotency-Key")).isEqualTo(id + "-10");
        assertThat(second.header("webhook-id")).isEqualTo(id + "-10");
        assertThat(second.header("X-Feed-Id")).isEqualTo(id);
        assertThat(second.header("X-Tenant")).isEqualTo("hidden-tenant");
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(KEY.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String signed =
                second.header("webhook-id")
                        + "."
                        + second.header("webhook-timestamp")
                        + "."
                        + text(second.body());
        assertThat(second.header("webhook-signature"))
                .isEqualTo(
                        "v1,"
                                + Base64.getEncoder()
                                        .encodeToString(
                                                mac.doFinal(
                                                        signed.getBytes(StandardCharsets.UTF_8))));
        assertThat(feed.toString() + done).doesNotContain(KEY, "hidden-tenant").contains("***");
    }

    @Test
    void failures_areTriedAgain_withTheSameBatch_untilItIsTaken() {
        endpoint.answering((request, number) -> number % 3 == 0 ? 200 : number % 3 == 1 ? 503 : -1);
        JsonNode feed = client.submit(body("\"count\": 30, \"batch\": 10"));
        client.await(feed, "done");

        assertThat(text(endpoint.takenOnce()))
                .isEqualTo(text(client.get("/api/v1/members/stream?count=30")));
        for (Endpoint.Posted each : endpoint.posted()) {
            Endpoint.Posted taken =
                    endpoint.taken().stream()
                            .filter(other -> other.firstIndex() == each.firstIndex())
                            .findFirst()
                            .orElseThrow();
            assertThat(each.body()).isEqualTo(taken.body());
        }
    }

    @Test
    void retryAfter_isRespected() {
        endpoint.answering(
                (request, number) -> {
                    request.getResponseHeaders().add("Retry-After", "1");
                    return number == 1 ? 429 : 200;
                });
        client.await(client.submit(body("\"count\": 1")), "done");

        List<Endpoint.Posted> posted = endpoint.posted();
        assertThat(Duration.ofNanos(posted.get(1).nanos() - posted.get(0).nanos()))
                .isGreaterThanOrEqualTo(Duration.ofMillis(990));
    }

    @Test
    void deadTarget_letsTheFeedWait_withTheReason_andItGoesOnWhenItIsBack() {
        endpoint.answering(
                (request, number) -> {
                    Thread.sleep(1);
                    return 200;
                });
        JsonNode feed = client.submit(body("\"count\": 6000, \"batch\": 2"));
        awaitTaken(5);
        endpoint.die();
        JsonNode waiting = client.await(feed, "waiting");
        assertThat(waiting.path("waits_for").asText()).contains("onnection");
        Awaitility.await()
                .pollInterval(Duration.ofMillis(20))
                .until(() -> metric("clinical_feed_broken", feed).endsWith(" 1.0"));
        endpoint.answering((request, number) -> 200);
        endpoint.listen();
        JsonNode done = client.await(feed, "done");

        assertThat(done.path("waits_for").isMissingNode()).isTrue();
        assertThat(text(endpoint.takenOnce()))
                .isEqualTo(text(client.get("/api/v1/members/stream?count=6000")));
    }

    private String metric(String name, JsonNode feed) {
        return text(client.get("/q/metrics"))
                .lines()
                .filter(line -> line.startsWith(name))
                .filter(line -> line.contains(feed.path("id").asText()))
                .findFirst()
                .orElse("");
    }

    @Test
    void metersOfAFeed_areThereWhileItRuns_andGoWhenItEnds() {
        JsonNode feed = client.submit(body("\"count\": \"unbounded\", \"rate\": \"100/s\""));
        awaitTaken(1);
        assertThat(metric("clinical_feed_records_total", feed)).contains("target=\"http\"");
        client.tell(feed, "DELETE", "", "");

        Awaitility.await()
                .pollInterval(Duration.ofMillis(20))
                .until(() -> !text(client.get("/q/metrics")).contains(feed.path("id").asText()));
    }

    @Test
    void silentTarget_isGivenUpInTime_andTriedAgain() {
        AtomicBoolean silent = new AtomicBoolean(true);
        endpoint.answering(
                (request, number) -> {
                    if (silent.get()) {
                        Thread.sleep(2_500);
                    }
                    return 200;
                });
        JsonNode feed = client.submit(body("\"count\": 3"));
        assertThat(client.await(feed, "waiting").path("waits_for").asText()).contains("No answer");
        silent.set(false);
        client.await(feed, "done");
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 404, 302})
    void hopelessTarget_letsTheFeedFail_andAResumedFeedGoesOn(int status) {
        endpoint.answering(
                (request, number) -> {
                    request.getResponseHeaders().add("Location", "/stolen");
                    return number == 2 ? status : 200;
                });
        JsonNode feed = client.submit(body("\"count\": 30, \"batch\": 10"));
        JsonNode failed = client.await(feed, "failed");
        assertThat(failed.path("error").asText()).contains("answered " + status);
        assertThat(failed.at("/progress/last_index").asInt()).isEqualTo(9);
        client.tell(feed, "POST", "/resume", "");
        client.await(feed, "done");

        assertThat(endpoint.posted()).extracting(Endpoint.Posted::path).containsOnly("/intake");
        assertThat(text(endpoint.takenOnce()))
                .isEqualTo(text(client.get("/api/v1/members/stream?count=30")));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1_000_000})
    void endpointWhoseAnswerDoesNotEnd_hasTakenTheBatchNevertheless(int bytes) {
        endpoint.answering(
                (request, number) -> {
                    request.sendResponseHeaders(201, 2_000_000);
                    request.getResponseBody().write(new byte[bytes]);
                    request.getResponseBody().flush();
                    Thread.sleep(bytes == 1 ? 1_200 : 0);
                    return 0;
                });
        client.await(client.submit(body("\"count\": 20, \"batch\": 10")), "done");
        Awaitility.await()
                .pollInterval(Duration.ofMillis(20))
                .until(() -> endpoint.posted().size() >= 2);

        assertThat(endpoint.posted())
                .extracting(Endpoint.Posted::firstIndex)
                .containsExactly(0L, 10L);
    }

    @Test
    void refusedRecords_stopAFeed_orArePassedOver() {
        endpoint.answering((request, number) -> number == 2 ? 422 : 200);
        JsonNode stopped = client.submit(body("\"count\": 30, \"batch\": 10"));
        assertThat(client.await(stopped, "failed").path("error").asText()).contains("422");
        endpoint.posted().clear();
        JsonNode skipping =
                client.submit(body("\"count\": 30, \"batch\": 10, \"on_refusal\": \"skip\""));
        JsonNode done = client.await(skipping, "done");

        assertThat(done.at("/progress/records_sent").asInt()).isEqualTo(20);
        assertThat(done.at("/progress/records_refused").asInt()).isEqualTo(10);
        assertThat(endpoint.taken())
                .extracting(Endpoint.Posted::firstIndex)
                .containsExactly(0L, 20L);
    }

    @Test
    void rate_isKept_andAChangeWorksWithinASecond() {
        JsonNode feed =
                client.submit(body("\"count\": \"unbounded\", \"rate\": \"10/s\", \"batch\": 1"));
        awaitTaken(3);
        long start = System.nanoTime();
        JsonNode changed = client.tell(feed, "PATCH", "", "{\"rate\": \"500/s\"}");
        assertThat(changed.path("rate").asText()).isEqualTo("500/s");
        int before = endpoint.taken().size();
        awaitTaken(before + 30);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void poissonArrivals_areAtTheRateOnAverage() {
        JsonNode feed =
                client.submit(
                        body(
                                "\"count\": 200, \"rate\": \"200/s\", \"batch\": 1,"
                                        + " \"arrival\": \"poisson\""));
        client.await(feed, "done");

        List<Endpoint.Posted> posted = endpoint.posted();
        double seconds = (posted.get(199).nanos() - posted.get(0).nanos()) / 1e9;
        assertThat(seconds).isBetween(0.6, 5.0);
    }

    @Test
    void pausedFeed_sendsNothing_andGoesOnWhereItWas() {
        JsonNode feed = client.submit(body("\"count\": 400, \"rate\": \"200/s\", \"batch\": 5"));
        awaitTaken(5);
        assertThat(client.tell(feed, "POST", "/pause", "").path("status").asText())
                .isEqualTo("paused");
        assertThat(client.tell(feed, "POST", "/pause", "").path("status").asText())
                .isEqualTo("paused");
        Awaitility.await()
                .during(Duration.ofMillis(200))
                .pollInterval(Duration.ofMillis(20))
                .until(
                        new Callable<Boolean>() {
                            private int last = -1;

                            @Override
                            public Boolean call() {
                                boolean same = last == endpoint.posted().size();
                                last = endpoint.posted().size();
                                return same;
                            }
                        });
        client.tell(feed, "POST", "/resume", "");
        client.tell(feed, "PATCH", "", "{\"rate\": null}");
        client.await(feed, "done");

        assertThat(text(endpoint.takenOnce()))
                .isEqualTo(text(client.get("/api/v1/members/stream?count=400")));
        assertThat(endpoint.taken()).hasSize(80);
    }

    @Test
    void slowTarget_isAskedForOneBatchAtATime() {
        int[] most = {0};
        int[] now = {0};
        endpoint.answering(
                (request, number) -> {
                    most[0] = Math.max(most[0], ++now[0]);
                    Thread.sleep(50);
                    now[0]--;
                    return 200;
                });
        JsonNode feed = client.submit(body("\"count\": \"unbounded\", \"batch\": 10"));
        awaitTaken(10);
        JsonNode running = client.feed(feed);
        assertThat(running.at("/progress/records_sent").asInt())
                .isLessThanOrEqualTo(endpoint.posted().size() * 10);
        assertThat(most[0]).isEqualTo(1);
    }

    @Test
    void sameKey_bringsTheSameFeed_andWithAnotherRequestIsRefused() {
        String key = UUID.randomUUID().toString();
        JsonNode first = JobClient.data(client.post(body("\"count\": 1"), "Idempotency-Key", key));
        JsonNode again = JobClient.data(client.post(body("\"count\": 1"), "Idempotency-Key", key));
        assertThat(again.path("id")).isEqualTo(first.path("id"));
        HttpResponse<byte[]> other = client.post(body("\"count\": 2"), "Idempotency-Key", key);
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(FeedClient.text(other)).contains("KEY_REUSED");
        client.await(first, "done");
        assertThat(endpoint.taken()).hasSize(1);
    }

    @Test
    void runOfAFeed_isToldToTheAuditLog_withoutItsSecrets() {
        String request = UUID.randomUUID().toString();
        String body =
                """
                {"kind": "members", "count": 25, "seed": 7, "batch": 10,
                 "target": {"type": "http", "url": "%s?token=hush-1", "signing_key": "%s"}}
                """
                        .formatted(endpoint.url(), KEY);
        JsonNode feed = JobClient.data(client.post(body, "X-Request-ID", request));
        client.await(feed, "done");

        Awaitility.await()
                .pollInterval(Duration.ofMillis(20))
                .until(() -> audit.all(request).size() == 2);
        AuditEvent event =
                audit.all(request).stream()
                        .filter(each -> each.transport().equals("feed"))
                        .findFirst()
                        .orElseThrow();
        assertThat(event.path()).endsWith(feed.path("id").asText());
        assertThat(event.population()).startsWith("seed=7;");
        assertThat(event.range()).isEqualTo("members 0-24");
        assertThat(event.records()).isEqualTo(25);
        assertThat(event.bytes()).isEqualTo(endpoint.takenOnce().length);
        assertThat(event.status()).isEqualTo("done");
        assertThat(event.outcome()).isEqualTo(AuditOutcome.COMPLETE);
        assertThat(audit.all(request).toString() + feed).doesNotContain("hush").doesNotContain(KEY);
    }
}
