package io.github.clinicaldata.transport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.clinicaldata.security.key.ApiKeys;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(SecuredServer.class)
class StreamQuotaTest {
    private static final String ENDLESS = "/api/v1/members/stream?count=unbounded&rate=20/s";

    @Inject ApiKeys keys;
    @TestHTTPResource URI uri;
    private TestServer server;
    private String key;

    @BeforeEach
    void connect() {
        server = new TestServer(uri);
        key = keys.create("test", List.of("stream"), null).text();
    }

    private HttpResponse<InputStream> open(String accept) throws IOException {
        HttpResponse<InputStream> answer = server.open(ENDLESS, "X-API-Key", key, "Accept", accept);
        if (answer.statusCode() == 200) {
            assertThat(answer.body().read()).isNotNegative();
        }
        return answer;
    }

    @Test
    void streamsBeyondTheQuota_areRefused_untilOneEnds() throws IOException {
        HttpResponse<InputStream> first = open("application/x-ndjson");
        HttpResponse<InputStream> second = open("text/event-stream");

        HttpResponse<String> third = server.get(ENDLESS, "X-API-Key", key);
        assertThat(third.statusCode()).isEqualTo(429);
        assertThat(third.body()).contains("\"TOO_MUCH\"", "2 streams at a time");
        assertThat(third.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(third.headers().firstValue("RateLimit").orElse("")).contains("\"streams\";r=0");

        first.body().close();
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(
                        () ->
                                assertThat(
                                                server.get(
                                                                "/api/v1/members/stream?count=1",
                                                                "X-API-Key",
                                                                key)
                                                        .statusCode())
                                        .isEqualTo(200));
        second.body().close();
    }

    @Test
    void refusedPlans_andHeads_takeNoStream() {
        for (int i = 0; i < 5; i++) {
            assertThat(server.get("/api/v1/members/stream?count=0", "X-API-Key", key).statusCode())
                    .isEqualTo(422);
            assertThat(server.get("/api/v1/members/stream?count=1", "X-API-Key", key).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void recordsBeyondTheQuota_comeAsItGrows_andNoneIsMissing() {
        long start = System.nanoTime();
        // 6000 a minute at once, then 100 a second
        HttpResponse<String> answer =
                server.get("/api/v1/members/stream?count=6250", "X-API-Key", key);
        Duration taken = Duration.ofNanos(System.nanoTime() - start);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body().lines()).hasSize(6250);
        assertThat(taken).isGreaterThan(Duration.ofMillis(1500));
        HttpResponse<String> after = server.get("/api/v1/members?limit=1", "X-API-Key", key);
        assertThat(after.headers().firstValue("RateLimit").orElse(""))
                .containsPattern("\"records\";r=[0-9]{1,3};t=(5[0-9]|60)");
    }

    @Test
    void quotaOfOneKey_isNotThatOfAnother() {
        server.get("/api/v1/members/stream?count=5900", "X-API-Key", key);
        String other = keys.create("other", List.of("stream"), null).text();

        assertThat(
                        server.get("/api/v1/members?limit=1", "X-API-Key", other)
                                .headers()
                                .firstValue("RateLimit")
                                .orElse(""))
                .contains("\"records\";r=6000;t=0");
    }
}
