package io.github.clinicaldata.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What can be told of the Dockerfiles without a Docker engine, which the workflow of images has.
 * The rules are some of hadolint's, with its numbers.
 */
class DockerfilesTest {
    private static final String JVM = "src/main/docker/Dockerfile.jvm";
    private static final String NATIVE = "src/main/docker/Dockerfile.native";
    private static final Set<String> KNOWN =
            Set.of(
                    "FROM",
                    "RUN",
                    "COPY",
                    "LABEL",
                    "ENV",
                    "WORKDIR",
                    "USER",
                    "VOLUME",
                    "EXPOSE",
                    "HEALTHCHECK",
                    "STOPSIGNAL",
                    "ENTRYPOINT");

    @ParameterizedTest
    @ValueSource(strings = {JVM, NATIVE})
    void instructions_keepTheRules(String file) {
        Dockerfile dockerfile = Dockerfile.read(Path.of(file));

        assertThat(dockerfile.instructions())
                .extracting(Dockerfile.Instruction::name)
                .as("DL3020: COPY rather than ADD; no MAINTAINER; no typing errors")
                .isSubsetOf(KNOWN);
        assertThat(dockerfile.named("WORKDIR"))
                .allSatisfy(work -> assertThat(work.arguments()).as("DL3000").startsWith("/"));
        assertThat(dockerfile.named("RUN"))
                .allSatisfy(
                        run ->
                                assertThat(run.arguments())
                                        .as("DL3004, DL3013, DL4001")
                                        .doesNotContain("sudo ", "apt-get ", "wget ", "curl "));
        assertThat(dockerfile.lastStage("RUN")).as("no shell in what ships").isEmpty();
        assertThat(dockerfile.lastStage("ENTRYPOINT"))
                .singleElement()
                .satisfies(entry -> assertExec(entry.arguments()));
    }

    /** DL3025: a JSON array, so that no shell stands between Docker and the process. */
    private static void assertExec(String arguments) {
        try {
            String[] words = new ObjectMapper().readValue(arguments, String[].class);
            assertThat(words[0]).startsWith("/");
        } catch (IOException e) {
            throw new AssertionError(arguments, e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {JVM, NATIVE})
    void images_arePinned(String file) {
        List<String> stages = new ArrayList<>();
        for (Dockerfile.Instruction from : Dockerfile.read(Path.of(file)).named("FROM")) {
            List<String> words = from.words();
            if (!stages.contains(words.get(0))) {
                assertThat(words.get(0))
                        .as("DL3006, DL3007")
                        .matches("[^:]+:[a-z0-9][-._a-z0-9]+")
                        .doesNotEndWith(":latest");
            }
            if (words.size() == 3) {
                assertThat(words.get(1)).isEqualToIgnoringCase("AS");
                stages.add(words.get(2));
            }
        }
        assertThat(stages).as("DL3024").doesNotHaveDuplicates().isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {JVM, NATIVE})
    void user_isANumberThatIsNotRoot(String file) {
        assertThat(Dockerfile.read(Path.of(file)).lastStage("USER"))
                .as("DL3002")
                .singleElement()
                .satisfies(user -> assertThat(user.arguments()).matches("[1-9][0-9]*:[1-9][0-9]*"));
    }

    @ParameterizedTest
    @ValueSource(strings = {JVM, NATIVE})
    void health_isCheckedWithoutAShell(String file) {
        assertThat(Dockerfile.read(Path.of(file)).lastStage("HEALTHCHECK"))
                .as("DL3057")
                .singleElement()
                .satisfies(
                        check -> {
                            String[] parts = check.arguments().split("CMD", 2);
                            assertThat(parts[0]).contains("--timeout=", "--start-period=");
                            assertExec(parts[1].strip());
                        });
    }

    @ParameterizedTest
    @ValueSource(strings = {JVM, NATIVE})
    void copies_nameWhatIsThere(String file) throws IOException {
        Dockerfile dockerfile = Dockerfile.read(Path.of(file));
        List<String> stages =
                dockerfile.named("FROM").stream()
                        .map(Dockerfile.Instruction::words)
                        .filter(words -> words.size() == 3)
                        .map(words -> words.get(2))
                        .toList();
        Matcher allowed =
                Pattern.compile("(?m)^!(.+)$").matcher(Files.readString(Path.of(".dockerignore")));
        List<String> sent = allowed.results().map(found -> found.group(1)).toList();

        for (Dockerfile.Instruction copy : dockerfile.named("COPY")) {
            List<String> words = copy.words();
            Matcher from = Pattern.compile("--from=(\\S+)").matcher(copy.arguments());
            if (from.find()) {
                assertThat(stages).as("DL3022").contains(from.group(1));
                continue;
            }
            for (String source : words.subList(0, words.size() - 1)) {
                assertThat(sent).as(".dockerignore").anyMatch(source::startsWith);
                // what is below target is there once the build has packaged
                if (!source.startsWith("target/")) {
                    assertThat(Path.of(source)).exists();
                }
            }
        }
    }

    @Test
    void jvmImage_takesAllThatTheBuildPackages() {
        assertThat(Dockerfile.read(Path.of(JVM)).named("COPY"))
                .extracting(copy -> copy.words().get(0))
                .contains(
                        "target/quarkus-app/lib/",
                        "target/quarkus-app/quarkus-run.jar",
                        "target/quarkus-app/app/",
                        "target/quarkus-app/quarkus/");
    }

    @Test
    void healthProbe_tellsReadyFromNot(@TempDir Path classes) throws Exception {
        var compiler = javax.tools.ToolProvider.getSystemJavaCompiler();
        assertThat(
                        compiler.run(
                                null,
                                null,
                                null,
                                "-d",
                                classes.toString(),
                                "src/main/docker/HealthProbe.java"))
                .isZero();
        var server =
                com.sun.net.httpserver.HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        int[] status = {200};
        server.createContext(
                "/q/health/ready",
                exchange -> {
                    exchange.sendResponseHeaders(status[0], -1);
                    exchange.close();
                });
        server.start();
        int port = server.getAddress().getPort();
        try {
            assertThat(probe(classes, port)).isZero();
            status[0] = 503;
            assertThat(probe(classes, port)).isEqualTo(1);
        } finally {
            server.stop(0);
        }
        assertThat(probe(classes, port)).isEqualTo(1);
    }

    private static int probe(Path classes, int port) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx16m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classes.toString(),
                        "HealthProbe");
        builder.environment().put("QUARKUS_HTTP_PORT", String.valueOf(port));
        Process process = builder.redirectErrorStream(true).start();
        process.getInputStream().readAllBytes();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }
}
