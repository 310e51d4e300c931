package io.github.clinicaldata.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The files below {@code k8s}, each by itself. */
class ManifestsTest {
    static List<Path> manifests() {
        return Yaml.below("k8s").stream()
                .filter(file -> Yaml.read(file).has("apiVersion"))
                .filter(file -> !file.endsWith("kustomization.yaml"))
                .filter(file -> !Yaml.text(file).startsWith("$patch"))
                .toList();
    }

    static List<Path> kustomizations() {
        return Yaml.below("k8s").stream()
                .filter(file -> file.endsWith("kustomization.yaml"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("manifests")
    void manifest_holdsOnlyWhatTheApiKnows(Path file) {
        KubernetesObjects objects = KubernetesObjects.of(List.of(Yaml.read(file)));

        assertThat(objects.all()).hasSize(1);
        assertThat(objects.all().get(0).getMetadata().getName())
                .matches("[a-z0-9]([-a-z0-9]*[a-z0-9])?");
    }

    @Test
    void fieldThatTheApiDoesNotKnow_isFound() {
        JsonNode mistyped =
                Yaml.documents(
                                """
                                apiVersion: apps/v1
                                kind: Deployment
                                metadata: {name: x}
                                spec: {template: {spec: {containers: [{name: x, imagePulPolicy: Always}]}}}
                                """)
                        .get(0);

        assertThatThrownBy(() -> KubernetesObjects.of(List.of(mistyped)))
                .hasMessageContaining("imagePulPolicy");
    }

    @ParameterizedTest
    @MethodSource("kustomizations")
    void kustomization_namesFilesThatAreThere(Path file) {
        Path folder = Objects.requireNonNull(file.getParent());
        JsonNode kustomization = Yaml.read(file);

        for (JsonNode resource : kustomization.path("resources")) {
            Path named = folder.resolve(resource.asText()).normalize();
            assertThat(
                            Files.isRegularFile(named)
                                    || Files.exists(named.resolve("kustomization.yaml")))
                    .as("%s in %s", resource, file)
                    .isTrue();
        }
        for (JsonNode patch : kustomization.path("patches")) {
            if (patch.has("path")) {
                assertThat(folder.resolve(patch.path("path").asText())).isRegularFile();
            }
        }
        for (JsonNode generator : kustomization.path("configMapGenerator")) {
            for (JsonNode source : generator.path("files")) {
                assertThat(folder.resolve(source.asText())).isRegularFile();
            }
        }
    }

    @Test
    void everyManifest_isPartOfAKustomization() {
        List<Path> named =
                kustomizations().stream().flatMap(file -> resources(file).stream()).toList();

        assertThat(named)
                .containsAll(
                        manifests().stream()
                                .filter(file -> !file.endsWith("resources.yaml"))
                                .map(Path::normalize)
                                .toList());
    }

    private static List<Path> resources(Path kustomization) {
        List<Path> resources = new ArrayList<>();
        for (JsonNode resource : Yaml.read(kustomization).path("resources")) {
            resources.add(kustomization.resolveSibling(resource.asText()).normalize());
        }
        return resources;
    }
}
