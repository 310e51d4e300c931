package io.github.clinicaldata.transport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.clinicaldata.security.audit.AuditEvent;
import io.github.clinicaldata.security.audit.AuditOutcome;
import io.github.clinicaldata.security.key.ApiKeys;
import io.github.clinicaldata.security.key.KeyToken;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(AuditedServer.class)
class AuditTest {
    @Inject ApiKeys keys;
    @Inject RememberedAudit audit;
    @TestHTTPResource URI uri;
    private final String id = UUID.randomUUID().toString();
    private TestServer server;
    private ApiKeys.Made made;

    @BeforeEach
    void connect() {
        server = new TestServer(uri);
        made = keys.create("Ann", List.of("stream"), null);
    }

    private HttpResponse<String> get(String path) {
        return server.get(path, "X-API-Key", made.text(), "X-Request-ID", id);
    }

    @Test
    void wholeStream_isToldWithWhoWhatAndHowMuch() {
        String body = get("/api/v1/members/stream?count=700&seed=7&state=CA").body();

        AuditEvent event = audit.of(id);
        assertThat(event.key()).isEqualTo(made.key().id());
        assertThat(event.keyName()).isEqualTo("Ann");
        assertThat(event.address()).isEqualTo("127.0.0.1");
        assertThat(event.method()).isEqualTo("GET");
        assertThat(event.path()).isEqualTo("/api/v1/members/stream");
        assertThat(event.query()).isEqualTo("count=700&seed=7&state=CA");
        assertThat(event.population()).startsWith("seed=7;");
        assertThat(event.range()).startsWith("members 0-");
        assertThat(event.records()).isEqualTo(700);
        assertThat(event.bytes()).isGreaterThanOrEqualTo(body.length());
        assertThat(event.status()).isEqualTo("200");
        assertThat(event.outcome()).isEqualTo(AuditOutcome.COMPLETE);
        assertThat(event.toString()).doesNotContain(made.text());
    }

    @Test
    void streamThatItsClientLeaves_isCancelled() throws IOException {
        HttpResponse<InputStream> answer =
                server.open(
                        "/api/v1/members/stream?count=unbounded&rate=50/s",
                        "X-API-Key",
                        made.text(),
                        "X-Request-ID",
                        id);
        assertThat(answer.body().read()).isNotNegative();
        answer.body().close();

        AuditEvent event = audit.of(id);
        assertThat(event.outcome()).isEqualTo(AuditOutcome.CANCELLED);
        assertThat(event.records()).isBetween(1L, 2000L);
    }

    @Test
    void streamThatBreaks_isFailed() {
        assertThatThrownBy(() -> get("/api/v1/broken/stream?count=unbounded&rate=20000/s"))
                .isInstanceOf(java.io.UncheckedIOException.class);

        assertThat(audit.of(id).outcome()).isEqualTo(AuditOutcome.FAILED);
    }

    @Test
    void refusals_areToldToo_withoutTheKeyThatWasTried() {
        String wrong = KeyToken.random().text();
        server.get(
                "/api/v1/members?key=" + wrong + "&limit=5",
                "X-API-Key",
                wrong,
                "X-Request-ID",
                id);

        AuditEvent event = audit.of(id);
        assertThat(event.status()).isEqualTo("401");
        assertThat(event.outcome()).isEqualTo(AuditOutcome.REFUSED);
        assertThat(event.key()).isNull();
        assertThat(event.query()).isEqualTo("key=***&limit=5");
        assertThat(event.toString()).doesNotContain(wrong);
    }

    @Test
    void page_isToldWithItsRecords() {
        get("/api/v1/members?limit=30");

        AuditEvent event = audit.of(id);
        assertThat(event.records()).isEqualTo(30);
        assertThat(event.outcome()).isEqualTo(AuditOutcome.COMPLETE);
        assertThat(event.population()).startsWith("seed=42;");
    }

    @Test
    void unsafeRequestIds_areReplaced_everywhere() {
        HttpResponse<String> answer =
                server.get(
                        "/api/v1/members?limit=0",
                        "X-API-Key",
                        made.text(),
                        "X-Request-ID",
                        "a{evil}" + id);
        String given = answer.headers().firstValue("X-Request-ID").orElseThrow();

        assertThat(given).doesNotContain("evil");
        assertThat(answer.body()).contains("\"request_id\":\"" + given + "\"");
        assertThat(audit.of(given).outcome()).isEqualTo(AuditOutcome.REFUSED);
    }
}
