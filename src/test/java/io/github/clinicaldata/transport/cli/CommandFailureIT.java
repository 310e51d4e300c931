package io.github.clinicaldata.transport.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The packaged jar: what it says, and ends with, when it can't do what it was asked. */
class CommandFailureIT {
    @TempDir Path directory;

    private PackagedCommand.Result run(String... arguments) {
        return PackagedCommand.run(directory, arguments);
    }

    @ParameterizedTest
    @ValueSource(strings = {"generate", "generate members --cuont=5", "generate members --count x"})
    void badArguments_areSaidOnStandardError_beforeAnyRecord(String arguments) {
        PackagedCommand.Result result = run(arguments.split(" "));

        assertThat(result.error()).contains("Try clinical-data-generator");
        assertThat(result.exitCode()).isEqualTo(ExitCodes.BAD_ARGUMENTS);
        assertThat(result.output()).isEmpty();
    }

    @Test
    void unknownId_isNoMatch() {
        PackagedCommand.Result result =
                run("get", "members", "00000000-0000-4000-8000-000000000000");

        assertThat(result.error()).startsWith("There is no member with this id");
        assertThat(result.exitCode()).isEqualTo(ExitCodes.NO_MATCH);
    }

    @Test
    void existingFile_isReplacedOnlyByForce() throws IOException {
        Path file = directory.resolve("members.ndjson");
        Files.writeString(file, "dear");

        PackagedCommand.Result refused = run("generate", "members", "-o", "members.ndjson");

        assertThat(refused.exitCode()).isEqualTo(ExitCodes.BAD_ARGUMENTS);
        assertThat(refused.error()).contains("\"members.ndjson\" exists; --force replaces it");
        assertThat(file).hasContent("dear");
        assertThat(run("generate", "members", "-o", "members.ndjson", "--force").exitCode())
                .isEqualTo(ExitCodes.OK);
        assertThat(file).content().hasLineCount(100);
    }

    @Test
    void fileThatCannotBeMade_isAFailure() throws IOException {
        Files.writeString(directory.resolve("file"), "no directory");

        for (String target : new String[] {"file/members.csv", "missing/members.csv"}) {
            PackagedCommand.Result result = run("generate", "members", "-o", target);
            assertThat(result.error()).startsWith("Can't write: " + target).doesNotContain("\tat ");
            assertThat(result.exitCode()).isEqualTo(ExitCodes.FAILED);
        }
    }

    @Test
    void fullDisk_isAFailure() {
        File full = new File("/dev/full");
        assumeThat(full).exists();

        PackagedCommand.Result result =
                PackagedCommand.run(directory, Redirect.to(full), "generate", "members");

        assertThat(result.error()).startsWith("Can't write: ").doesNotContain("\tat ");
        assertThat(result.exitCode()).isEqualTo(ExitCodes.FAILED);
    }

    @Test
    void help_listsTheOptionsOfTheKind() {
        assertThat(run("generate", "members", "--help").text())
                .contains("--age-min", "--state", "--mbi", "--resume-after", "141");
        assertThat(run("kinds").text()).contains("members", "providers", "--age-min");
        assertThat(run("formats").text()).contains("ndjson", "RFC 4180");
        assertThat(run("--version").text()).startsWith("clinical-data-generator ");
        assertThat(run("generate", "members", "--dry-run", "--state", "CA").text())
                .contains("seed=42;epoch=2026-01-01", "at most 100 that the filters select");
    }
}
