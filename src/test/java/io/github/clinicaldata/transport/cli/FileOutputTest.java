package io.github.clinicaldata.transport.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.clinicaldata.plan.PlanRejected;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileOutputTest {
    @TempDir Path directory;

    private static void write(RecordOutput output, String text) throws IOException {
        byte[] bytes = (text + "not part of it").getBytes(UTF_8);
        output.write(bytes, text.length());
    }

    @Test
    void file_isThereOnceItIsComplete() throws IOException {
        Path file = directory.resolve("members.csv");
        try (RecordOutput output = RecordOutput.open(file.toString(), false)) {
            write(output, "a");
            write(output, "b");
            assertThat(file).doesNotExist();
            output.complete();
        }

        assertThat(file).hasContent("ab");
        assertThat(directory).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void incompleteFile_isGivenUp() throws IOException {
        Path file = directory.resolve("members.csv");
        Files.writeString(file, "before");
        try (RecordOutput output = RecordOutput.open(file.toString(), true)) {
            write(output, "half");
        }

        assertThat(file).hasContent("before");
        assertThat(directory).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void twoRuns_doNotWriteTheSameFile() throws IOException {
        String file = directory.resolve("members.csv").toString();
        try (RecordOutput first = RecordOutput.open(file, false)) {
            write(first, "first");
            assertThatThrownBy(() -> RecordOutput.open(file, false))
                    .isInstanceOf(PlanRejected.InvalidValue.class)
                    .hasMessageContaining("is being written by another run");
            first.complete();
        }

        assertThat(Path.of(file)).hasContent("first");
    }

    @Test
    void fileThatCameMeanwhile_isKept() throws IOException {
        Path file = directory.resolve("members.csv");
        try (RecordOutput output = RecordOutput.open(file.toString(), false)) {
            Files.writeString(file, "somebody else's");
            assertThatThrownBy(output::complete).isInstanceOf(FileAlreadyExistsException.class);
        }

        assertThat(file).hasContent("somebody else's");
    }

    @Test
    void linkToAFile_staysALink() throws IOException {
        Path file = Files.writeString(directory.resolve("real.csv"), "before");
        Path link = Files.createSymbolicLink(directory.resolve("link.csv"), file);
        try (RecordOutput output = RecordOutput.open(link.toString(), true)) {
            write(output, "after");
            output.complete();
        }

        assertThat(link).isSymbolicLink().hasContent("after");
        assertThat(file).hasContent("after");
    }
}
