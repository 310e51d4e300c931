package io.github.clinicaldata.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code kubectl kustomize} makes of the overlays; not run where there is no kubectl. */
class RenderedOverlaysTest {
    private static KubernetesObjects rendered(String folder) {
        try {
            Process process =
                    new ProcessBuilder("kubectl", "kustomize", folder)
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start();
            String text =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).isZero();
            return KubernetesObjects.of(Yaml.documents(text));
        } catch (IOException e) {
            assumeThat(e).as("kubectl is there").isNull();
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"k8s/overlays/development", "k8s/overlays/production"})
    void objects_fitTogether(String overlay) {
        KubernetesObjects objects = rendered(overlay);
        Deployment deployment = objects.only(Deployment.class);
        PodTemplateSpec pod = deployment.getSpec().getTemplate();
        Map<String, String> labels = pod.getMetadata().getLabels();

        assertThat(labels)
                .containsAllEntriesOf(deployment.getSpec().getSelector().getMatchLabels());
        assertThat(objects.only(NetworkPolicy.class).getSpec().getPodSelector().getMatchLabels())
                .isNotEmpty()
                .satisfies(selected -> assertThat(labels).containsAllEntriesOf(selected));
        assertThat(objects.of(Service.class))
                .hasSize(2)
                .allSatisfy(service -> assertSelects(service, pod));
        assertThat(containers(pod.getSpec()))
                .allSatisfy(
                        container ->
                                container
                                        .getEnvFrom()
                                        .forEach(
                                                source -> {
                                                    if (source.getConfigMapRef() != null) {
                                                        assertThat(
                                                                        objects.named(
                                                                                ConfigMap.class,
                                                                                source.getConfigMapRef()
                                                                                        .getName()))
                                                                .isPresent();
                                                    }
                                                }));
        assertHardened(pod.getSpec());
    }

    private static void assertSelects(Service service, PodTemplateSpec pod) {
        assertThat(pod.getMetadata().getLabels())
                .containsAllEntriesOf(service.getSpec().getSelector());
        List<String> ports =
                pod.getSpec().getContainers().get(0).getPorts().stream()
                        .map(port -> port.getName())
                        .toList();
        assertThat(service.getSpec().getPorts())
                .isNotEmpty()
                .allSatisfy(port -> assertThat(ports).contains(port.getTargetPort().getStrVal()));
    }

    private static List<Container> containers(PodSpec pod) {
        return pod.getContainers();
    }

    private static void assertHardened(PodSpec pod) {
        assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
        assertThat(pod.getSecurityContext().getRunAsUser()).isPositive();
        assertThat(pod.getSecurityContext().getSeccompProfile().getType())
                .isEqualTo("RuntimeDefault");
        assertThat(pod.getAutomountServiceAccountToken()).isFalse();
        assertThat(containers(pod))
                .allSatisfy(
                        container -> {
                            assertThat(container.getImage())
                                    .matches(".+:[^:]+")
                                    .doesNotEndWith(":latest");
                            assertThat(container.getSecurityContext().getReadOnlyRootFilesystem())
                                    .isTrue();
                            assertThat(container.getSecurityContext().getAllowPrivilegeEscalation())
                                    .isFalse();
                            assertThat(container.getSecurityContext().getCapabilities().getDrop())
                                    .containsExactly("ALL");
                            assertThat(container.getResources().getLimits()).containsKey("memory");
                            assertThat(container.getResources().getRequests())
                                    .containsKeys("cpu", "memory");
                        });
    }

    @Test
    void production_scalesIsWatchedAndReached() {
        KubernetesObjects objects = rendered("k8s/overlays/production");
        Deployment deployment = objects.only(Deployment.class);
        Map<String, String> labels = deployment.getSpec().getTemplate().getMetadata().getLabels();

        HorizontalPodAutoscaler scaler = objects.only(HorizontalPodAutoscaler.class);
        assertThat(scaler.getSpec().getScaleTargetRef().getName())
                .isEqualTo(deployment.getMetadata().getName());
        assertThat(deployment.getSpec().getReplicas()).as("left to the autoscaler").isNull();
        assertThat(objects.only(PodDisruptionBudget.class).getSpec().getSelector().getMatchLabels())
                .isNotEmpty()
                .satisfies(selected -> assertThat(labels).containsAllEntriesOf(selected));
        ServiceMonitor monitor = objects.only(ServiceMonitor.class);
        Service http = objects.named(Service.class, "clinical-data-generator").orElseThrow();
        assertThat(http.getMetadata().getLabels())
                .containsAllEntriesOf(monitor.getSpec().getSelector().getMatchLabels());
        assertThat(portNames(http)).contains(monitor.getSpec().getEndpoints().get(0).getPort());
        assertThat(objects.of(Ingress.class))
                .hasSize(2)
                .allSatisfy(ingress -> assertReachesAService(ingress, objects));
    }

    private static List<String> portNames(@Nullable Service service) {
        return service == null
                ? List.of()
                : service.getSpec().getPorts().stream().map(ServicePort::getName).toList();
    }

    private static void assertReachesAService(Ingress ingress, KubernetesObjects objects) {
        var backend =
                ingress.getSpec()
                        .getRules()
                        .get(0)
                        .getHttp()
                        .getPaths()
                        .get(0)
                        .getBackend()
                        .getService();
        Service service = objects.named(Service.class, backend.getName()).orElseThrow();
        assertThat(portNames(service)).contains(backend.getPort().getName());
    }

    @Test
    void gracePeriod_isLongerThanTheShutdown() {
        KubernetesObjects objects = rendered("k8s/overlays/production");
        PodSpec pod = objects.only(Deployment.class).getSpec().getTemplate().getSpec();
        Map<String, String> settings =
                objects.named(ConfigMap.class, "clinical-data-generator").orElseThrow().getData();
        long preStop =
                pod.getContainers().get(0).getLifecycle().getPreStop().getSleep().getSeconds();
        long delay = seconds(settings, "QUARKUS_SHUTDOWN_DELAY");

        assertThat(pod.getTerminationGracePeriodSeconds())
                .isGreaterThan(preStop + delay + seconds(settings, "QUARKUS_SHUTDOWN_TIMEOUT"));
        assertThat(seconds(settings, "CLINICAL_STREAM_DRAIN_AFTER")).isLessThan(delay);
    }

    private static long seconds(Map<String, String> settings, String name) {
        return Long.parseLong(String.valueOf(settings.get(name)).replaceAll("s$", ""));
    }

    @Test
    void bulkJob_isIndexedAndHardened() {
        KubernetesObjects objects = rendered("k8s/bulk");
        Job job = objects.only(Job.class);
        PodSpec pod = job.getSpec().getTemplate().getSpec();

        assertThat(job.getSpec().getCompletionMode()).isEqualTo("Indexed");
        assertHardened(pod);
        assertThat(
                        pod.getVolumes().stream()
                                .filter(volume -> volume.getPersistentVolumeClaim() != null)
                                .map(volume -> volume.getPersistentVolumeClaim().getClaimName())
                                .collect(Collectors.toList()))
                .containsExactly(objects.only(PersistentVolumeClaim.class).getMetadata().getName());
    }
}
