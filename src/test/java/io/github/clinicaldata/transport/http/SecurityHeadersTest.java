package io.github.clinicaldata.transport.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpHeaders;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SecurityHeadersTest {
    @TestHTTPResource URI uri;
    private TestServer server;

    @BeforeEach
    void connect() {
        server = new TestServer(uri);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/members/stream?count=1",
                "/api/v1/members?limit=1",
                "/api/v1/members/stream?count=0",
                "/nothing",
                "/health",
                "/q/health",
                "/q/openapi",
                "/q/metrics"
            })
    void everyAnswer_hasTheHeaders(String path) {
        HttpHeaders headers = server.get(path).headers();

        assertThat(headers.allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(headers.allValues("X-Frame-Options")).containsExactly("DENY");
        assertThat(headers.allValues("Referrer-Policy")).containsExactly("no-referrer");
        assertThat(headers.allValues("X-Request-ID")).hasSize(1);
        assertThat(headers.allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("frame-ancestors 'none'", "default-src 'self'")
                .doesNotContain("unsafe");
        // browsers ignore it without TLS, and RFC 6797 forbids to send it
        assertThat(headers.firstValue("Strict-Transport-Security")).isEmpty();
    }

    @Test
    void swaggerUi_mayRunTheScriptInItsPage() {
        var page = server.get("/q/swagger-ui/");

        assertThat(page.body()).contains("<script>");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("script-src 'self' 'unsafe-inline'");
    }
}
