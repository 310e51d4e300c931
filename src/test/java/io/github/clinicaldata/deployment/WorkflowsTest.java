package io.github.clinicaldata.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The workflows, without what runs them; actionlint reads them in the workflow CI itself. */
class WorkflowsTest {
    private static final String USES = "uses: ";

    static List<Path> workflows() {
        return Yaml.below(".github/workflows");
    }

    private static List<JsonNode> jobs(Path workflow) {
        List<JsonNode> jobs = new ArrayList<>();
        Yaml.read(workflow).path("jobs").forEach(jobs::add);
        return jobs;
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void permissions_areAsFewAsCanBe(Path workflow) {
        JsonNode permissions = Yaml.read(workflow).path("permissions");

        assertThat(permissions.properties())
                .as("to read, at the top; what a job writes stands at the job")
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(entry.getValue().asText()).isEqualTo("read"));
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void jobs_endInTime(Path workflow) {
        assertThat(jobs(workflow))
                .isNotEmpty()
                .allSatisfy(
                        job -> {
                            if (!job.has("uses")) {
                                assertThat(job.path("timeout-minutes").asInt()).isBetween(1, 90);
                                assertThat(job.path("runs-on").asText()).doesNotContain("latest");
                            }
                        });
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void actions_arePinnedAndExplained(Path workflow) {
        for (String line : Yaml.text(workflow).split("\n")) {
            int at = line.indexOf(USES);
            if (at < 0 || line.contains(USES + "./") || line.contains(USES + "docker://")) {
                continue;
            }
            assertThat(line.substring(at + USES.length()))
                    .as(workflow.toString())
                    .matches("[-\\w]+/[-\\w/]+@v?[0-9]+\\.[0-9]+\\.[0-9]+ # \\S.*");
        }
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void needs_nameJobsThatAreThere(Path workflow) {
        JsonNode jobs = Yaml.read(workflow).path("jobs");
        for (JsonNode job : jobs(workflow)) {
            if (job.has("needs")) {
                assertThat(jobs.has(job.path("needs").asText())).isTrue();
            }
            if (job.path("uses").asText().startsWith("./")) {
                assertThat(Path.of(job.path("uses").asText())).exists();
            }
        }
    }

    /** What a pull request says (its title, say) must never become part of a script. */
    @ParameterizedTest
    @MethodSource("workflows")
    void scripts_holdNoExpressions(Path workflow) {
        for (JsonNode job : jobs(workflow)) {
            for (JsonNode step : job.path("steps")) {
                assertThat(step.path("run").asText()).doesNotContain("${{");
                assertThat(step.has("run")).isNotEqualTo(step.has("uses"));
            }
        }
    }

    @Test
    void ci_runsOnEachJdk() {
        List<String> versions = new ArrayList<>();
        Yaml.read(Path.of(".github/workflows/ci.yml"))
                .at("/jobs/verify/strategy/matrix/java")
                .forEach(version -> versions.add(version.asText()));

        assertThat(versions).containsExactly("17", "21", "25");
    }

    @Test
    void dependabot_looksWhereThereAreDependencies() {
        Map<String, String> manifests =
                Map.of(
                        "maven", "pom.xml",
                        "npm", "package.json",
                        "gomod", "go.mod",
                        "pip", "requirements.txt",
                        "docker", "Dockerfile.jvm",
                        "docker-compose", "docker-compose.yml",
                        "terraform", "versions.tf",
                        "github-actions", ".github/workflows/ci.yml");
        for (JsonNode update : Yaml.read(Path.of(".github/dependabot.yml")).path("updates")) {
            String manifest = manifests.get(update.path("package-ecosystem").asText());
            assertThat(manifest).isNotNull();
            assertThat(Path.of("." + update.path("directory").asText(), manifest)).exists();
        }
    }

    @Test
    void issueTemplates_haveFields() {
        assertThat(Path.of(".github/pull_request_template.md")).isNotEmptyFile();
        for (Path template : Yaml.below(".github/ISSUE_TEMPLATE")) {
            if (!template.endsWith("config.yml")) {
                assertThat(Yaml.read(template).path("body")).isNotEmpty();
                assertThat(Yaml.read(template).path("description").asText()).isNotBlank();
            }
        }
        assertThat(Files.exists(Path.of(".github/ISSUE_TEMPLATE/config.yml"))).isTrue();
    }
}
