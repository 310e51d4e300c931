package io.github.clinicaldata.deployment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.clinicaldata.support.Endpoint;
import io.github.clinicaldata.transport.http.feed.FeedClient;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Dashboard, alerts and autoscaler ask for metrics that the server has. */
@QuarkusTest
class ObservabilityTest {
    private static final Pattern SAMPLE = Pattern.compile("(?m)^([a-z_]+)[{ ]");
    private static final Pattern LABEL = Pattern.compile("([a-z_]+)=\"");

    /** What Prometheus adds itself. */
    private static final List<String> OF_PROMETHEUS =
            List.of("job", "instance", "namespace", "pod");

    /** A scrape while a feed runs, which has metrics of its own. */
    private static String scrapeWithFeed() {
        try (Endpoint endpoint = Endpoint.start()) {
            FeedClient feeds = new FeedClient(URI.create("http://127.0.0.1:" + RestAssured.port));
            JsonNode feed =
                    feeds.submit(
                            """
                            {"kind": "members", "count": 100000, "rate": "10/s",
                             "target": {"type": "http", "url": "%s"}}
                            """
                                    .formatted(endpoint.url()));
            await().atMost(Duration.ofSeconds(30)).until(() -> !endpoint.taken().isEmpty());
            String scrape = scrape();
            feeds.send("DELETE", FeedClient.PATH + "/" + feed.path("id").asText(), "");
            return scrape;
        }
    }

    /** A scrape after requests and a garbage collection, which are counted a little later. */
    private static String scrape() {
        given().get("/api/v1/members/stream?count=10").then().statusCode(200);
        given().get("/api/v1/nothing/stream").then().statusCode(404);
        System.gc();
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () ->
                                given().accept("text/plain")
                                        .get("/q/metrics")
                                        .then()
                                        .extract()
                                        .asString(),
                        scrape ->
                                scrape.contains("http_server_requests_seconds_count{")
                                        && scrape.contains("jvm_gc_pause_seconds_count{"));
    }

    private static List<String> expressions() throws IOException {
        List<String> expressions = new ArrayList<>();
        JsonNode dashboard =
                new ObjectMapper()
                        .readTree(Files.readString(Path.of("k8s/monitoring/dashboard.json")));
        for (JsonNode panel : dashboard.path("panels")) {
            assertThat(panel.path("targets")).isNotEmpty();
            panel.path("targets").forEach(target -> expressions.add(target.path("expr").asText()));
        }
        JsonNode rules = Yaml.read(Path.of("k8s/monitoring/alerts.yaml"));
        rules.at("/spec/groups/0/rules")
                .forEach(rule -> expressions.add(rule.path("expr").asText()));
        for (JsonNode metric : Yaml.read(Path.of("k8s/base/hpa.yaml")).at("/spec/metrics")) {
            if (metric.has("pods")) {
                expressions.add(metric.at("/pods/metric/name").asText());
            }
        }
        JsonNode adapter = Yaml.read(Path.of("k8s/monitoring/prometheus-adapter.yaml"));
        expressions.add(adapter.at("/rules/custom/0/seriesQuery").asText());
        return expressions;
    }

    @Test
    void expressions_nameMetricsAndLabelsThatAreThere() throws IOException {
        String scrape = scrapeWithFeed();
        // there only where quotas are shared, as RedisQuotaTest has them
        Set<String> metrics = new TreeSet<>(Set.of("up", "clinical_quota_redis_up"));
        Set<String> labels = new TreeSet<>(OF_PROMETHEUS);
        for (MatchResult sample : SAMPLE.matcher(scrape).results().toList()) {
            metrics.add(sample.group(1));
        }
        LABEL.matcher(scrape).results().forEach(label -> labels.add(label.group(1)));

        assertThat(expressions())
                .hasSizeGreaterThan(15)
                .allSatisfy(
                        expression -> {
                            Promql names = Promql.of(expression);
                            assertThat(names.metrics()).isNotEmpty().isSubsetOf(metrics);
                            assertThat(names.labels()).isSubsetOf(labels);
                        });
    }

    @Test
    void metricThatIsMistyped_isFound() {
        Promql names =
                Promql.of("sum by (kind) (rate(clinical_record_total{job=~\"x\"}[5m])) > 0.1");

        assertThat(names.metrics()).containsExactly("clinical_record_total");
        assertThat(names.labels()).containsExactly("job", "kind");
    }
}
