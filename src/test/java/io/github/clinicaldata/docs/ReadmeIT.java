package io.github.clinicaldata.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs every command of README.md that needs no server in a shell, with the packaged jar. */
class ReadmeIT {
    @TempDir Path directory;

    @Test
    void commandsOfTheJar_writeWhatTheySay() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String jar = Path.of(System.getProperty("packaged.jar")).toAbsolutePath().toString();
        for (String command : ReadmeCommands.ofTheJar()) {
            File log = directory.resolve("log").toFile();
            Process shell =
                    new ProcessBuilder(
                                    "sh",
                                    "-c",
                                    command.replaceFirst("^java", "'" + java + "'")
                                            .replace("target/quarkus-app/quarkus-run.jar", jar))
                            .directory(directory.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(log)
                            .start();

            assertThat(shell.waitFor(300, TimeUnit.SECONDS)).as(command).isTrue();
            assertThat(shell.exitValue()).as(command + Files.readString(log.toPath())).isZero();
            try (Stream<Path> files = Files.list(directory)) {
                assertThat(files.mapToLong(file -> file.toFile().length()).max().orElse(0))
                        .as(command)
                        .isPositive();
            }
        }
        assertThat(ReadmeCommands.ofTheJar()).isNotEmpty();
    }
}
