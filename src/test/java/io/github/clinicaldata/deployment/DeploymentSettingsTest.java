package io.github.clinicaldata.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The settings that images, manifests and the like give to the server. */
class DeploymentSettingsTest {
    private static final Pattern SETTING =
            Pattern.compile("\\b(?:CLINICAL|QUARKUS)_[A-Z0-9_]*[A-Z0-9]");
    private static final List<String> PLACES =
            List.of("k8s", "src/main/docker", "terraform", "docker-compose.yml");

    private static Set<String> named(Path file) throws IOException {
        Matcher settings = SETTING.matcher(Files.readString(file));
        return settings.results()
                .map(result -> result.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everySetting_isOneOfThoseThatThereAre() throws IOException {
        Set<String> known = named(Path.of(".env.example"));
        known.add("QUARKUS_SHUTDOWN_DELAY"); // has no default, so that it can't stand there
        Set<String> used = new TreeSet<>();
        for (String place : PLACES) {
            try (Stream<Path> files = Files.walk(Path.of(place))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    used.addAll(named(file));
                }
            }
        }

        // a family of settings may be named by what its names begin with
        used.removeIf(name -> known.stream().anyMatch(each -> each.startsWith(name + "_")));
        assertThat(used).contains("CLINICAL_DATABASE_URL").isSubsetOf(known);
    }

    @Test
    void whatTheServerWrites_isInAVolume() throws IOException {
        for (String image : List.of("jvm", "native")) {
            String dockerfile = Files.readString(Path.of("src/main/docker/Dockerfile." + image));
            assertThat(dockerfile)
                    .contains(
                            "VOLUME /data",
                            "CLINICAL_DATABASE_URL=jdbc:h2:file:/data/",
                            "CLINICAL_STORAGE_LOCAL_PATH=/data/",
                            "CLINICAL_SECURITY_KEY_FILE=/data/");
        }
        assertThat(Files.readString(Path.of("k8s/base/deployment.yaml")))
                .contains("mountPath: /data");
        assertThat(Files.readString(Path.of("terraform/main.tf")))
                .contains("containerPath = \"/data\"");
    }
}
