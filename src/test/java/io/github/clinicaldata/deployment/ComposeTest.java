package io.github.clinicaldata.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** {@code docker-compose.yml}, without an engine that runs it. */
class ComposeTest {
    /**
     * What a service may say (the Compose specification has more; a mistyped key is none of these).
     */
    private static final Set<String> KNOWN =
            Set.of(
                    "build",
                    "image",
                    "read_only",
                    "tmpfs",
                    "cap_drop",
                    "security_opt",
                    "mem_limit",
                    "stop_grace_period",
                    "environment",
                    "ports",
                    "depends_on",
                    "volumes",
                    "healthcheck",
                    "command");

    private final JsonNode compose = Yaml.read(Path.of("docker-compose.yml"));

    private Iterable<Map.Entry<String, JsonNode>> services() {
        return compose.path("services").properties();
    }

    @Test
    void services_areAllThatTheServerWorksWith() {
        assertThat(compose.path("services").fieldNames())
                .toIterable()
                .contains("server", "postgres", "redis", "minio", "kafka", "prometheus", "grafana");
    }

    @Test
    void keys_areKnownAndImagesPinned() {
        for (Map.Entry<String, JsonNode> service : services()) {
            assertThat(service.getValue().fieldNames()).toIterable().isSubsetOf(KNOWN);
            assertThat(service.getValue().path("image").asText())
                    .as(service.getKey())
                    .matches("[-a-z/]+:[A-Za-z0-9][-.A-Za-z0-9]+")
                    .doesNotEndWith(":latest");
        }
    }

    @Test
    void ports_areOfTheLoopbackAddressAndNotTwice() {
        List<String> taken = new ArrayList<>();
        for (Map.Entry<String, JsonNode> service : services()) {
            for (JsonNode port : service.getValue().path("ports")) {
                assertThat(port.asText()).matches("127\\.0\\.0\\.1:[0-9]+:[0-9]+");
                taken.add(port.asText().split(":")[1]);
            }
        }
        assertThat(taken).isNotEmpty().doesNotHaveDuplicates();
    }

    @Test
    void volumes_andDependencies_areThere() {
        for (Map.Entry<String, JsonNode> service : services()) {
            for (JsonNode volume : service.getValue().path("volumes")) {
                String source = volume.asText().split(":")[0];
                if (source.startsWith("./")) {
                    assertThat(Path.of(source)).exists();
                } else {
                    assertThat(compose.path("volumes").has(source)).as(source).isTrue();
                }
            }
            service.getValue()
                    .path("depends_on")
                    .properties()
                    .forEach(
                            other -> {
                                JsonNode needed = compose.path("services").path(other.getKey());
                                assertThat(needed.isMissingNode()).isFalse();
                                assertThat(needed.has("healthcheck")).isTrue();
                            });
        }
    }

    @Test
    void prometheus_readsTheServerAndTheAlerts() {
        JsonNode prometheus = Yaml.read(Path.of("deploy/prometheus/prometheus.yaml"));
        String target = prometheus.at("/scrape_configs/0/static_configs/0/targets/0").asText();

        assertThat(target).isEqualTo("server:8080");
        assertThat(prometheus.at("/rule_files/0").asText())
                .isEqualTo("/etc/prometheus/alerts.yaml");
        assertThat(Yaml.read(Path.of("deploy/prometheus/alerts.yaml")).path("groups"))
                .isEqualTo(Yaml.read(Path.of("k8s/monitoring/alerts.yaml")).at("/spec/groups"));
    }
}
