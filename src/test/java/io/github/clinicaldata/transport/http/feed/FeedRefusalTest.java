package io.github.clinicaldata.transport.http.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.clinicaldata.security.audit.AuditEvent;
import io.github.clinicaldata.security.key.ApiKeys;
import io.github.clinicaldata.transport.http.AuditedServer;
import io.github.clinicaldata.transport.http.RememberedAudit;
import io.github.clinicaldata.transport.http.job.JobClient;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a server with the default settings takes no feed for. */
@QuarkusTest
@TestProfile(AuditedServer.class)
class FeedRefusalTest {
    private static final String GOOD_TARGET =
            "\"target\": {\"type\": \"http\", \"url\": \"http://127.0.0.1\"}";

    @Inject ApiKeys keys;
    @Inject RememberedAudit audit;
    @TestHTTPResource URI base;

    private final String id = UUID.randomUUID().toString();
    private FeedClient client;
    private String key;

    @BeforeEach
    void connect() {
        client = new FeedClient(base);
        key = keys.create("Feeder", List.of("feeds"), null).text();
    }

    private HttpResponse<byte[]> post(String body) {
        return client.send(
                "POST",
                FeedClient.PATH,
                body,
                "Content-Type",
                "application/json",
                "X-API-Key",
                key,
                "X-Request-ID",
                id);
    }

    private HttpResponse<byte[]> target(String target) {
        return post("{\"kind\": \"members\", \"target\": " + target + "}");
    }

    private static String field(HttpResponse<byte[]> answer) {
        return JobClient.json(FeedClient.text(answer)).at("/error/details/0/field").asText();
    }

    @Test
    void targetsInside_areRefused_whateverTheyAreCalled() {
        List<String> problems = new ArrayList<>();
        for (String url :
                List.of(
                        "http://127.0.0.1",
                        "http://localhost:8080/q/metrics",
                        "http://[::1]",
                        "http://[::ffff:127.0.0.1]",
                        "http://0x7f000001",
                        "http://2130706433",
                        "http://127.1",
                        "http://169.254.169.254/latest/meta-data",
                        "http://10.0.0.1",
                        "http://[fd00:ec2::254]",
                        "http://user:pass@8.8.8.8",
                        "file:///etc/passwd",
                        "gopher://8.8.8.8")) {
            HttpResponse<byte[]> answer = target("{\"type\": \"http\", \"url\": \"" + url + "\"}");
            if (answer.statusCode() != 422 || !field(answer).equals("target.url")) {
                problems.add(url + ": " + FeedClient.text(answer));
            }
        }
        assertThat(problems).isEmpty();
        assertThat(field(target("{\"type\": \"mllp\", \"host\": \"127.0.0.1\", \"port\": 2575}")))
                .isEqualTo("target.host");
        assertThat(
                        FeedClient.text(
                                target(
                                        "{\"type\": \"kafka\", \"topic\": \"t\","
                                                + " \"bootstrap_servers\": \"8.8.8.8:9092\"}")))
                .contains("target.bootstrap_servers", "clinical.feeds.kafka-brokers");
    }

    @Test
    void wrongFields_areNamed() {
        String[][] wrong = {
            {"{}", "kind"},
            {"{\"kind\": \"members\"}", "target"},
            {"{\"kind\": \"members\", \"target\": \"http\"}", "target"},
            {"{\"kind\": \"members\", \"target\": {}}", "target.type"},
            {"{\"kind\": \"members\", \"target\": {\"type\": \"smtp\"}}", "target.type"},
            {"{\"kind\": \"members\", \"target\": {\"type\": 5}}", "target.type"},
            {"{\"kind\": \"members\", \"target\": {\"type\": \"http\"}}", "target.url"},
            {
                "{\"kind\": \"members\", \"target\": {\"type\": \"http\", \"uri\": \"x\"}}",
                "target.uri"
            },
            {"{\"kind\": \"nothing\", " + GOOD_TARGET + "}", "kind"},
            {"{\"kind\": [], " + GOOD_TARGET + "}", "kind"},
            {"{\"kind\": \"members\", \"batch\": 0, " + GOOD_TARGET + "}", "batch"},
            {"{\"kind\": \"members\", \"batch\": \"many\", " + GOOD_TARGET + "}", "batch"},
            {"{\"kind\": \"members\", \"batch\": 10001, " + GOOD_TARGET + "}", "batch"},
            {"{\"kind\": \"members\", \"on_refusal\": \"cry\", " + GOOD_TARGET + "}", "on_refusal"},
            {"{\"kind\": \"members\", \"rate\": \"fast\", " + GOOD_TARGET + "}", "rate"},
            {"{\"kind\": \"members\", \"arrival\": \"poisson\", " + GOOD_TARGET + "}", "arrival"},
            {"{\"kind\": \"members\", \"record_count\": -1, " + GOOD_TARGET + "}", "record_count"},
            {"{\"kind\": \"members\", \"resume_after\": 5, " + GOOD_TARGET + "}", "resume_after"},
            {
                "{\"kind\": \"members\", \"output_format\": \"edi\", " + GOOD_TARGET + "}",
                "output_format"
            },
            {"{\"kind\": \"members\", \"coutn\": 5, " + GOOD_TARGET + "}", "coutn"},
            {"[]", "body"},
            {"{\"kind\": \"members\",", "body"},
        };
        List<String> problems = new ArrayList<>();
        for (String[] each : wrong) {
            HttpResponse<byte[]> answer = post(each[0]);
            if (answer.statusCode() / 100 != 4 || !field(answer).equals(each[1])) {
                problems.add(each[0] + ": " + FeedClient.text(answer));
            }
        }
        assertThat(problems).isEmpty();
    }

    @Test
    void kindThatTheTargetHasNoFormatFor_isRefused_withTheKindsItTakes() {
        for (String kind : List.of("claims", "remittances")) {
            for (String format : List.of("", ", \"format\": \"hl7v2\"")) {
                HttpResponse<byte[]> answer =
                        post(
                                """
                                {"kind": "%s"%s,
                                 "target": {"type": "mllp", "host": "127.0.0.1", "port": 1}}
                                """
                                        .formatted(kind, format));
                assertThat(answer.statusCode()).isEqualTo(422);
                assertThat(field(answer)).isEqualTo("kind");
                assertThat(FeedClient.text(answer))
                        .contains(
                                kind,
                                "type mllp takes",
                                "diagnostic-reports, encounters, members, vaccines");
            }
        }
    }

    @Test
    void keyWithoutTheScope_getsNothing() {
        key = keys.create("Streamer", List.of("stream", "jobs"), null).text();
        assertThat(target("{\"type\": \"http\", \"url\": \"http://127.0.0.1\"}").statusCode())
                .isEqualTo(403);
        assertThat(client.post("{}").statusCode()).isEqualTo(401);
    }

    @Test
    void requestsAreToldOf_withoutTheirSecrets() {
        HttpResponse<byte[]> answer =
                target(
                        """
                        {"type": "http", "url": "http://127.0.0.1/?token=hush-1",
                         "signing_key": "hush-2-and-sixteen-bytes", "headers": {"X-A": "hush-3"}}
                        """);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(FeedClient.text(answer)).doesNotContain("hush");
        AuditEvent event = audit.of(id);
        assertThat(event.path()).isEqualTo(FeedClient.PATH);
        assertThat(event.keyName()).isEqualTo("Feeder");
        assertThat(event.toString()).doesNotContain("hush");
        assertThat(answer.headers().firstValue("X-Request-ID")).contains(id);
    }

    @Test
    void list_takesOnlyWhatItKnows() {
        for (String query :
                List.of(
                        "status=sleeping",
                        "kind=x",
                        "target=smtp",
                        "limit=0",
                        "cursor=x",
                        "page=1")) {
            HttpResponse<byte[]> answer =
                    client.send("GET", FeedClient.PATH + "?" + query, "", "X-API-Key", key);
            assertThat(answer.statusCode()).as(query).isEqualTo(422);
            assertThat(field(answer)).isEqualTo(query.split("=", -1)[0]);
        }
        JsonNode page = JobClient.data(client.send("GET", FeedClient.PATH, "", "X-API-Key", key));
        assertThat(page.path("feeds").isArray()).isTrue();
    }
}
