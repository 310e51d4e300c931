package io.github.clinicaldata.transport.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clinicaldata.security.key.ApiKeys;
import io.github.clinicaldata.security.key.KeyToken;
import io.github.clinicaldata.support.LogLines;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(SecuredServer.class)
class AccessTest {
    private static final String STREAM = "/api/v1/members/stream?count=3";

    @Inject ApiKeys keys;
    @TestHTTPResource URI uri;
    private TestServer server;

    @BeforeEach
    void connect() {
        server = new TestServer(uri);
    }

    private String key(String... scopes) {
        return keys.create("test", List.of(scopes), null).text();
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                STREAM,
                "/api/v1/members",
                "/api/v1/members/csv",
                "/api/v1/members/profile",
                "/api/v1/admin/keys",
                "/api/v1/nothing",
                "/q/metrics",
                "/q/info",
                "/health/../api/v1/members",
                "/q/health/%2e%2e/%2e%2e/api/v1/members",
                "/api/v1/members;/health",
                "/nothing"
            })
    void withoutAKey_nobodyGetsIn(String path) {
        HttpResponse<String> answer = server.get(path);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(header(answer, "WWW-Authenticate")).startsWith("Bearer realm=");
        assertThat(answer.body()).contains("\"UNAUTHENTICATED\"", "X-API-Key", "request_id");
        assertThat(answer.body()).doesNotContain("\"records\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/health",
                "/health/ready",
                "/q/health/live",
                "/q/openapi",
                "/q/swagger-ui/"
            })
    void publicPaths_needNoKey(String path) {
        assertThat(server.get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void keyInEitherHeader_opens() {
        String key = key("stream");

        assertThat(server.get(STREAM, "Authorization", "Bearer " + key).statusCode())
                .isEqualTo(200);
        assertThat(server.get(STREAM, "Authorization", "bearer  " + key).statusCode())
                .isEqualTo(200);
        assertThat(server.get(STREAM, "X-API-Key", key).body().lines()).hasSize(3);
        assertThat(server.get("/q/metrics", "X-API-Key", key).statusCode()).isEqualTo(200);
    }

    @Test
    void wrongKeys_openNothing() {
        String key = key("stream");
        ApiKeys.Made revoked = keys.create("gone", List.of("stream"), null);
        keys.revoke(revoked.key().id());

        for (String wrong :
                List.of(
                        KeyToken.random().text(),
                        key.substring(0, key.length() - 1),
                        revoked.text(),
                        "",
                        "null",
                        "'; drop table keys; --")) {
            assertThat(server.get(STREAM, "X-API-Key", wrong).statusCode())
                    .as(wrong)
                    .isEqualTo(401);
        }
        assertThat(server.get(STREAM, "Authorization", "Basic " + key).statusCode()).isEqualTo(401);
        assertThat(server.get(STREAM, "Authorization", key).statusCode()).isEqualTo(401);
        assertThat(
                        server.get(STREAM, "X-API-Key", key, "Authorization", "Bearer " + key)
                                .statusCode())
                .isEqualTo(401);
        assertThat(server.get(STREAM + "&api_key=" + key).statusCode()).isEqualTo(401);
    }

    @Test
    void keyWithoutTheScope_isForbidden() {
        HttpResponse<String> answer = server.get(STREAM, "X-API-Key", key("jobs", "admin"));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("\"FORBIDDEN\"", "scope \\\"stream\\\"");
        assertThat(server.get("/api/v1/jobs", "X-API-Key", key("stream")).statusCode())
                .isEqualTo(403);
        for (String path :
                List.of("/api/v1/admin/keys", "/api/v1/admin;x/keys", "/api/v1/%61dmin/keys")) {
            assertThat(server.get(path, "X-API-Key", key("stream")).statusCode())
                    .as(path)
                    .isEqualTo(403);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/admin/keys", "/api/v1/audit", "/api/v1/audit/"})
    void keyWithoutTheScopeOfAPath_isForbidden_toldHowToGetIn_andLoggedAsNoFailure(String path) {
        try (LogLines lines = LogLines.of(ProblemWriter.class.getName())) {
            HttpResponse<String> answer = server.get(path, "X-API-Key", key("stream"));

            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("\"FORBIDDEN\"", "scope \\\"admin\\\"");
            assertThat(header(answer, "WWW-Authenticate")).contains("insufficient_scope");
            assertThat(lines.all()).isEmpty();
        }
    }

    @Test
    void quota_isTold_andRequestsBeyondItAreRefused() {
        String key = key("stream");
        HttpResponse<String> first = server.get(STREAM, "X-API-Key", key);

        assertThat(header(first, "RateLimit-Policy"))
                .startsWith("\"requests\";q=" + SecuredServer.KEY_REQUESTS + ";w=60");
        assertThat(header(first, "RateLimit"))
                .startsWith("\"requests\";r=" + (SecuredServer.KEY_REQUESTS - 1) + ";t=1");

        HttpResponse<String> last = first;
        for (int i = 0; i < 2 * SecuredServer.KEY_REQUESTS && last.statusCode() == 200; i++) {
            last = server.get(STREAM, "X-API-Key", key);
        }
        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(header(last, "Retry-After"))).isBetween(1, 60);
        assertThat(header(last, "RateLimit")).startsWith("\"requests\";r=0;t=60");
        assertThat(last.body())
                .contains("\"TOO_MUCH\"", SecuredServer.KEY_REQUESTS + " requests a minute");
        assertThat(server.get(STREAM, "X-API-Key", key("stream")).statusCode()).isEqualTo(200);
    }
}
