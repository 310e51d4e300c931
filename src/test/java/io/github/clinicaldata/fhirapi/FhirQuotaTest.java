package io.github.clinicaldata.fhirapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.clinicaldata.security.key.ApiKeys;
import io.github.clinicaldata.transport.http.SecuredServer;
import io.github.clinicaldata.transport.http.TestServer;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read below {@code /fhir}, and profiles, count as streams do. */
@QuarkusTest
@TestProfile(SecuredServer.class)
class FhirQuotaTest {
    private static final String ENDLESS = "/api/v1/members/stream?count=unbounded&rate=20/s";
    private static final Pattern LEFT = Pattern.compile("\"records\";r=([0-9]+)");

    @Inject ApiKeys keys;
    @TestHTTPResource URI uri;
    private TestServer server;
    private String key;

    @BeforeEach
    void connect() {
        server = new TestServer(uri);
        key = keys.create("test", List.of("stream"), null).text();
    }

    private HttpResponse<String> get(String path, String... more) {
        String[] headers = new String[more.length + 2];
        headers[0] = "X-API-Key";
        headers[1] = key;
        System.arraycopy(more, 0, headers, 2, more.length);
        return server.get(path, headers);
    }

    /** What is left of the 6000 records a minute; grows by 100 a second. */
    private int left() {
        String state = get("/api/v1/kinds").headers().firstValue("RateLimit").orElseThrow();
        Matcher matcher = LEFT.matcher(state);
        assertThat(matcher.find()).isTrue();
        return Integer.parseInt(matcher.group(1));
    }

    private JsonNode manifest(String path) {
        HttpResponse<String> started =
                get(path, "Accept", "application/fhir+json", "Prefer", "respond-async");
        assertThat(started.statusCode()).isEqualTo(202);
        String state = started.headers().firstValue("Content-Location").orElseThrow();
        HttpResponse<String> ready =
                await().atMost(Duration.ofSeconds(30))
                        .pollInterval(Duration.ofMillis(1100))
                        .until(() -> get(state), answer -> answer.statusCode() == 200);
        return FhirServer.tree(ready.body());
    }

    private InputStream endless() throws IOException {
        InputStream body = server.open(ENDLESS, "X-API-Key", key).body();
        assertThat(body.read()).isNotNegative();
        return body;
    }

    @Test
    void bulkFileBeyondTheStreamsOfAKey_isRefused_untilOneEnds() throws IOException {
        JsonNode manifest = manifest("/fhir/$export?_members=64&_type=Patient");
        assertThat(manifest.path("requiresAccessToken").asBoolean()).isTrue();
        String file = manifest.path("output").path(0).path("url").asText();

        InputStream first = endless();
        InputStream second = endless();
        HttpResponse<String> refused = get(file);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(refused.headers().firstValue("RateLimit").orElse(""))
                .contains("\"streams\";r=0");
        assertThat(FhirServer.diagnostics(refused)).contains("2 streams at a time");
        first.close();
        await().atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> get(file).statusCode() == 200);
        second.close();
    }

    @Test
    void bulkFile_countsItsResources_andComesAsTheQuotaGrows() {
        JsonNode manifest = manifest("/fhir/$export?_members=64&_type=Patient,Claim");
        JsonNode output = manifest.path("output");
        int before = left();
        long begin = System.nanoTime();
        int count = 0;
        for (JsonNode file : output) {
            assertThat(get(file.path("url").asText()).body().lines())
                    .hasSize(file.path("count").asInt());
            count += file.path("count").asInt();
        }
        assertThat(count).isGreaterThan(300);
        int left = left();
        int grown = 300 + (int) (Duration.ofNanos(System.nanoTime() - begin).toMillis() / 10);
        assertThat(left).isLessThanOrEqualTo(Math.max(before - count + grown, grown));

        // the second time uses up what the quota grew by while the first one took
        for (int time = 0; time < 2; time++) {
            get("/api/v1/members/stream?count=" + Math.max(1, left() - 5));
        }
        long start = System.nanoTime();
        String url = output.path(0).path("url").asText();
        assertThat(get(url).body().lines()).hasSize(output.path(0).path("count").asInt());
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isGreaterThan(Duration.ofMillis(200));
    }

    @Test
    void bundlesReadsAndProfiles_countWhatTheyHold() {
        JsonNode page = FhirServer.tree(get("/fhir/Patient?_count=900").body());
        assertThat(FhirServer.resources(page)).hasSize(900);
        assertThat(left()).isBetween(4500, 5500);

        String patient = FhirServer.path(FhirServer.resources(page).get(0));
        JsonNode everything = FhirServer.tree(get("/fhir/" + patient + "/$everything").body());
        assertThat(FhirServer.resources(everything)).isNotEmpty();

        assertThat(get("/api/v1/claims/profile?count=3000").statusCode()).isEqualTo(200);
        assertThat(left()).isLessThan(3000);
    }

    @Test
    void pages_takeNoStream_andEverythingDoes() throws IOException {
        InputStream first = endless();
        InputStream second = endless();
        String path = "/fhir/Patient?_count=900";
        assertThat(get(path).statusCode()).isEqualTo(200);
        JsonNode page = FhirServer.tree(get("/fhir/Patient?_count=1").body());
        String patient = FhirServer.path(FhirServer.resources(page).get(0));
        HttpResponse<String> refused = get("/fhir/" + patient + "/$everything");
        assertThat(refused.statusCode()).isEqualTo(429);
        first.close();
        second.close();
    }

    private static void assertOutcome(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/fhir+json");
        OperationOutcome outcome =
                FhirContext.forR4Cached()
                        .newJsonParser()
                        .parseResource(OperationOutcome.class, answer.body());
        assertThat(outcome.getIssueFirstRep().getSeverity().toCode()).isEqualTo("error");
        assertThat(outcome.getIssueFirstRep().getCode().toCode()).isEqualTo(code);
        assertThat(outcome.getIssueFirstRep().getDiagnostics()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/fhir", "/fhir/Patient", "/fhir/$export", "/fhir/nothing"})
    void withoutAKey_refusalsAreOutcomes(String path) {
        HttpResponse<String> answer = server.get(path);
        assertOutcome(answer, 401, "login");
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElse(""))
                .startsWith("Bearer realm=");
        assertOutcome(server.get(path, "Accept", "application/problem+json"), 401, "login");
    }

    @Test
    void withoutAKey_whatOnlyBeginsAlike_isRefusedInTheEnvelope() {
        assertThat(FhirServer.tree(server.get("/fhirs").body()).at("/error/code").asText())
                .isEqualTo("UNAUTHENTICATED");
    }

    @Test
    void keyWithoutTheScope_isRefusedByAnOutcome() {
        String other = keys.create("test", List.of("feeds"), null).text();
        assertOutcome(server.get("/fhir/Patient", "X-API-Key", other), 403, "forbidden");
    }

    @Test
    void requestsBeyondThoseOfAMinute_areRefusedByOutcomes() {
        HttpResponse<String> answer = get("/fhir/Patient?_count=0&_id=nobody");
        for (int i = 0; answer.statusCode() == 200 && i < 4 * SecuredServer.KEY_REQUESTS; i++) {
            answer = get("/fhir/Patient?_count=0&_id=nobody");
        }
        assertOutcome(answer, 429, "throttled");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }
}
