package io.github.clinicaldata.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs every curl command of README.md in a shell, against a server of its own. Commands of the jar
 * are run by {@code ReadmeIT}.
 */
@QuarkusTest
class ReadmeTest {
    /** What is run elsewhere: these are the build, the start of the server, and the tests. */
    private static final Set<String> BUILDS =
            Set.of(
                    "./mvnw package -DskipTests && java -jar target/quarkus-app/quarkus-run.jar",
                    "./mvnw verify");

    private static final int ENOUGH_BYTES = 200_000;

    @TestHTTPResource("/")
    URI server = URI.create("");

    @TempDir Path directory;

    @Test
    void everyCommand_isRunBySomeTest() throws IOException {
        assertThat(ReadmeCommands.all())
                .hasSizeGreaterThan(10)
                .allMatch(
                        command ->
                                BUILDS.contains(command)
                                        || command.startsWith("curl ")
                                        || command.startsWith("java -jar "));
    }

    @Test
    void everyRequest_isAnswered() throws Exception {
        for (String command : ReadmeCommands.requests()) {
            byte[] answer = run(command);

            assertThat(answer).as(command).isNotEmpty();
            assertThat(new String(answer, java.nio.charset.StandardCharsets.UTF_8))
                    .as(command)
                    .doesNotContain("\"success\":false");
        }
    }

    /** Runs a command to its end, or, where it goes on, until enough has come. */
    private byte[] run(String command) throws Exception {
        String base = server.toString().replaceAll("/$", "");
        Path errors = directory.resolve("errors");
        Process shell =
                new ProcessBuilder(
                                "sh",
                                "-c",
                                command.replace("http://localhost:8080", base)
                                        .replaceFirst("^curl ", "exec curl -sS --fail "))
                        .directory(directory.toFile())
                        .redirectError(errors.toFile())
                        .start();
        byte[] answer;
        try (InputStream output = shell.getInputStream()) {
            answer = output.readNBytes(ENOUGH_BYTES);
        }
        if (answer.length == ENOUGH_BYTES) {
            shell.destroy();
        } else {
            assertThat(shell.waitFor(30, TimeUnit.SECONDS)).as(command).isTrue();
            assertThat(shell.exitValue()).as(command + ": " + Files.readString(errors)).isZero();
        }
        return answer;
    }
}
