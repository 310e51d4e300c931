package io.github.clinicaldata.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.github.clinicaldata.format.json.NdjsonFormat;
import io.github.clinicaldata.transport.cli.InProcess;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar with the very arguments of the bulk job, of a smaller count. */
class BulkJobIT {
    private static final int COUNT = 10_001;

    @TempDir Path data;

    private static Job job() {
        return KubernetesObjects.of(List.of(Yaml.read(Path.of("k8s/bulk/job.yaml"))))
                .only(Job.class);
    }

    @Test
    void shardsInTheirOrder_areTheWhole() throws Exception {
        Job job = job();
        Container container = job.getSpec().getTemplate().getSpec().getContainers().get(0);
        int completions = job.getSpec().getCompletions();
        List<Process> pods = new ArrayList<>();
        for (int index = 0; index < completions; index++) {
            pods.add(start(arguments(container, index, completions)));
            if (pods.size() % 2 == 0) {
                awaitSuccess(pods);
            }
        }
        awaitSuccess(pods);
        ByteArrayOutputStream shards = new ByteArrayOutputStream();
        for (int index = 0; index < completions; index++) {
            shards.write(Files.readAllBytes(data.resolve("members-" + index + ".ndjson")));
        }

        assertThat(shards.toByteArray())
                .isEqualTo(InProcess.memberBytes(new NdjsonFormat(), 0, COUNT));
        try (var files = Files.list(data)) {
            assertThat(files.filter(file -> file.toString().endsWith(".ndjson")))
                    .hasSize(completions);
        }
    }

    /** As the kubelet replaces variables; with folder and count of the test. */
    private List<String> arguments(Container container, int index, int completions) {
        List<String> arguments = new ArrayList<>();
        for (String argument : container.getArgs()) {
            arguments.add(
                    argument.replace("$(JOB_COMPLETION_INDEX)", String.valueOf(index))
                            .replace("/data/", data + "/")
                            .replaceAll("--count=[0-9]+", "--count=" + COUNT));
        }
        assertThat(arguments).contains("--shard=" + index + "/" + completions);
        return arguments;
    }

    private Process start(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xmx256m", "-jar"));
        command.add(System.getProperty("packaged.jar"));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .redirectInput(Redirect.from(new File("/dev/null")))
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.INHERIT)
                .start();
    }

    private static void awaitSuccess(List<Process> pods) throws InterruptedException {
        for (Process pod : pods) {
            assertThat(pod.waitFor(300, TimeUnit.SECONDS)).isTrue();
            assertThat(pod.exitValue()).isZero();
        }
    }
}
