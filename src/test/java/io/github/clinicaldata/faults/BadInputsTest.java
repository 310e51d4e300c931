package io.github.clinicaldata.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.clinicaldata.plan.Catalog;
import io.github.clinicaldata.record.RecordKind;
import io.github.clinicaldata.security.key.ApiKeys;
import io.github.clinicaldata.transport.http.AuditedServer;
import io.github.clinicaldata.transport.http.TestServer;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bad inputs over all endpoints of all kinds: each is refused by the field that is bad. */
@QuarkusTest
@TestProfile(AuditedServer.class)
class BadInputsTest {
    /** Of streams; the first word is the field that has to be named. */
    private static final List<String> OF_STREAMS =
            List.of(
                    "count=0",
                    "count=-1",
                    "count=many",
                    "count=1e3",
                    "count=0x10",
                    "count=%2B-5",
                    "count=",
                    "count=%20",
                    "count=%00",
                    "count=99999999999999999999",
                    "count=4&count=5",
                    "count=%D9%A3",
                    "offset=-1",
                    "offset=x",
                    "offset=9223372036854775808",
                    "until=-3",
                    "until=x",
                    "seed=-1",
                    "seed=abc",
                    "seed=281474976710656",
                    "seed=1;drop%20table",
                    "as_of=yesterday",
                    "as_of=2026-02-30",
                    "as_of=2025-12-31",
                    "as_of=2026-13-01",
                    "epoch=1815-01-01",
                    "epoch=now",
                    "shard=8/8",
                    "shard=1",
                    "shard=a/b",
                    "shard=0/0",
                    "shard=-1/3",
                    "rate=fast",
                    "rate=0/s",
                    "rate=-5/s",
                    "rate=10..0/5s",
                    "rate=NaN/s",
                    "arrival=uniform",
                    "arrival=poisson",
                    "resume_after=x",
                    "resume_after=-2",
                    "format=../../etc/passwd",
                    "format=%3Cscript%3E",
                    "unknown=1",
                    "Count=5",
                    "__proto__=1");

    private static final List<String> OF_PAGES =
            List.of(
                    "limit=0",
                    "limit=100000",
                    "limit=x",
                    "limit=-5",
                    "offset=-1",
                    "offset=1.5",
                    "seed=x",
                    "as_of=0000-00-00",
                    "format=exe",
                    "rate=5/s",
                    "unknown=1");

    private static final List<String> OF_PROFILES =
            List.of("count=0", "count=x", "count=99999999999", "seed=-1", "unknown=1");

    private static final List<String> IDS =
            List.of(
                    "x",
                    "1",
                    "00000000-0000-0000-0000-000000000000",
                    "00000000-0000-8000-8000-000000000000",
                    "ffffffff-ffff-8fff-bfff-ffffffffffff",
                    "..%2F..%2Fetc%2Fpasswd",
                    "%00",
                    "%F0%9F%92%A9");

    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject ApiKeys keys;
    @Inject Catalog catalog;
    @TestHTTPResource URI uri;
    private final List<String> problems = new ArrayList<>();
    private TestServer server;
    private String key;

    @BeforeEach
    void connect() {
        server = new TestServer(uri);
        key = keys.create("test", List.of("stream"), null).text();
    }

    private List<String> kinds() {
        return catalog.kinds().stream()
                .map(RecordKind::name)
                .filter(name -> !name.equals("broken"))
                .toList();
    }

    /** Sends a request and notes whatever is not a refusal that names a word. */
    private void refused(String path, String word, String... headers) {
        List<String> all = new ArrayList<>(List.of("X-API-Key", key));
        all.addAll(List.of(headers));
        HttpResponse<String> answer = server.get(path, all.toArray(String[]::new));
        JsonNode body;
        try {
            body = JSON.readTree(answer.body());
        } catch (java.io.IOException e) {
            problems.add(path + " answers no JSON: " + answer.body());
            return;
        }
        boolean refused =
                answer.statusCode() >= 400
                        && answer.statusCode() < 500
                        && !body.path("success").asBoolean(true)
                        && body.at("/error/message").asText().contains(word)
                        && body.at("/meta/request_id").isTextual();
        if (!refused) {
            problems.add(path + " gives " + answer.statusCode() + " " + answer.body());
        }
    }

    private static String field(String query) {
        return query.substring(0, query.indexOf('='));
    }

    @Test
    void streams_nameTheParameter() {
        for (String kind : kinds()) {
            for (String query : OF_STREAMS) {
                refused("/api/v1/" + kind + "/stream?" + query, field(query));
            }
        }
        for (String query : OF_STREAMS) {
            refused("/api/v1/members/stream?" + query, field(query), "Accept", "text/event-stream");
        }

        assertThat(problems).isEmpty();
    }

    @Test
    void pagesAndProfiles_nameTheParameter() {
        for (String kind : kinds()) {
            for (String query : OF_PAGES) {
                refused("/api/v1/" + kind + "?" + query, field(query));
            }
            for (String query : OF_PROFILES) {
                refused("/api/v1/" + kind + "/profile?" + query, field(query));
            }
        }

        assertThat(problems).isEmpty();
    }

    @Test
    void lookUps_findNothingThatIsNotThere() {
        for (String kind : kinds()) {
            for (String id : IDS) {
                refused("/api/v1/" + kind + "/" + id, "");
                refused("/api/v1/" + kind + "/" + id + "/claims", "");
            }
        }

        assertThat(problems).isEmpty();
    }

    @Test
    void events_areResumedOnlyAfterEvents() {
        for (String id : List.of("x", "-1", "1", "a:b", "seed=42:5", "9".repeat(500))) {
            refused(
                    "/api/v1/members/stream?count=5",
                    "Last-Event-ID",
                    "Accept",
                    "text/event-stream",
                    "Last-Event-ID",
                    id);
        }

        assertThat(problems).isEmpty();
    }

    @Test
    void downloads_nameTheParameter() {
        for (String query :
                List.of(
                        "members_num=0",
                        "members_num=10001",
                        "members_num=ten",
                        "members_num=",
                        "members_num=1&members_num=2",
                        "count=5",
                        "format=csv",
                        "unknown=1")) {
            refused("/members/csv?" + query, field(query));
            refused("/api/v1/members/csv?" + query, field(query));
        }

        assertThat(problems).isEmpty();
    }
}
