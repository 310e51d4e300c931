package io.github.clinicaldata.transport.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.clinicaldata.format.csv.CsvFormat;
import io.github.clinicaldata.format.json.NdjsonFormat;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar: where records go, and that they are the same as over any transport. */
class CommandOutputIT {
    @TempDir Path directory;

    private PackagedCommand.Result run(String... arguments) {
        return PackagedCommand.run(directory, arguments);
    }

    @Test
    void standardOutput_holdsTheRecordsAndNothingElse() {
        PackagedCommand.Result result =
                run("generate", "members", "--offset", "5000", "--count", "3000");

        assertThat(result.exitCode()).isEqualTo(ExitCodes.OK);
        assertThat(result.output())
                .isEqualTo(InProcess.memberBytes(new NdjsonFormat(), 5000, 8000));
        assertThat(result.error()).isEmpty();
    }

    @Test
    void profile_tellsHowValuesLie() {
        PackagedCommand.Result result = run("profile", "members", "--count=1000", "--state=TX");

        assertThat(result.exitCode()).isEqualTo(ExitCodes.OK);
        assertThat(new String(result.output(), UTF_8))
                .startsWith("members of seed=42;")
                .contains("1000 records of ", "age_pyramid", "expected", "coverage.type");
    }

    @Test
    void optionsOfAFormat_areOptionsOfTheCommand() {
        PackagedCommand.Result result =
                run("generate", "claims", "--format=x12", "--transaction=837i", "--count=3");

        assertThat(result.exitCode()).isEqualTo(ExitCodes.OK);
        assertThat(new String(result.output(), UTF_8))
                .startsWith("ISA*")
                .contains("*005010X223A2~");
    }

    @Test
    void file_isCompleteAndLeavesNoPart() throws IOException {
        Path file = directory.resolve("members.csv");
        Files.writeString(directory.resolve("members.csv.part"), "what an earlier run left");

        PackagedCommand.Result result =
                run("generate", "members", "--count", "2000", "--format=csv", "-o", "members.csv");

        assertThat(result.exitCode()).isEqualTo(ExitCodes.OK);
        assertThat(result.output()).isEmpty();
        assertThat(result.error()).isEmpty();
        assertThat(file).hasBinaryContent(InProcess.memberBytes(new CsvFormat(), 0, 2000));
        assertThat(directory.resolve("members.csv.part")).doesNotExist();
    }

    @Test
    void shards_oneAfterTheOtherAreTheWhole() throws IOException {
        Path whole = directory.resolve("whole");
        for (int shard = 0; shard < 3; shard++) {
            PackagedCommand.Result part =
                    run("generate", "members", "--count", "1000", "--shard", shard + "/3");
            Files.write(
                    whole,
                    part.output(),
                    java.nio.file.StandardOpenOption.CREATE,
                    java.nio.file.StandardOpenOption.APPEND);
        }

        assertThat(whole).hasBinaryContent(InProcess.memberBytes(new NdjsonFormat(), 0, 1000));
    }

    @Test
    void get_writesTheRecordOfAnId() {
        byte[] all = InProcess.memberBytes(new NdjsonFormat(), 7, 8);
        String id = new String(all, java.nio.charset.StandardCharsets.UTF_8).split("\"", 5)[3];

        PackagedCommand.Result result = run("get", "members", id);

        assertThat(result.exitCode()).isEqualTo(ExitCodes.OK);
        assertThat(result.output()).isEqualTo(all);
    }

    @Test
    void readerThatLeaves_endsTheCommandQuietly() throws Exception {
        Process process =
                PackagedCommand.start(
                        directory, Redirect.PIPE, "generate", "members", "--count", "unbounded");
        try (InputStream output = process.getInputStream()) {
            assertThat(output.read()).isEqualTo('{');
        }

        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(ExitCodes.READER_GONE);
        assertThat(directory.resolve("stderr")).isEmptyFile();
    }

    @Test
    void interrupt_leavesNoFileAndOpensNoPort() throws Exception {
        Process process =
                PackagedCommand.start(
                        directory,
                        Redirect.DISCARD,
                        "generate",
                        "members",
                        "--rate=50/s",
                        "--count=unbounded",
                        "--output=members.ndjson");
        Path part = directory.resolve("members.ndjson.part");
        for (int i = 0; i < 600 && (!Files.exists(part) || Files.size(part) == 0); i++) {
            Thread.sleep(100);
        }
        assertThat(part).isNotEmptyFile();
        assertThat(listening(process.pid())).isEmpty();

        process.destroy();

        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(143);
        assertThat(part).doesNotExist();
        assertThat(directory.resolve("members.ndjson")).doesNotExist();
    }

    /** The sockets of a process that are in the state in which they take connections. */
    private static String listening(long process) throws IOException {
        StringBuilder found = new StringBuilder();
        for (String table : new String[] {"tcp", "tcp6"}) {
            Path file = Path.of("/proc", String.valueOf(process), "net", table);
            assumeThat(file).exists();
            for (String line : Files.readAllLines(file)) {
                String[] columns = line.trim().split("\\s+");
                if (columns[3].equals("0A") && owns(process, "socket:[" + columns[9] + "]")) {
                    found.append(line).append('\n');
                }
            }
        }
        return found.toString();
    }

    private static boolean owns(long process, String socket) {
        File[] descriptors = new File("/proc/" + process + "/fd").listFiles();
        assertThat(descriptors).isNotEmpty();
        return Arrays.stream(descriptors)
                .anyMatch(
                        descriptor -> {
                            try {
                                return Files.readSymbolicLink(descriptor.toPath())
                                        .toString()
                                        .equals(socket);
                            } catch (IOException e) {
                                return false;
                            }
                        });
    }

    @Test
    void rate_pacesTheRecords() {
        long start = System.nanoTime();
        PackagedCommand.Result result =
                run("generate", "members", "--count", "60", "--rate", "20/s");
        double seconds = (System.nanoTime() - start) / 1e9;

        assertThat(result.output()).isEqualTo(InProcess.memberBytes(new NdjsonFormat(), 0, 60));
        assertThat(seconds).isGreaterThan(2.9);
    }

    @Test
    void progress_isShownWhereAskedForAndNotInFiles() {
        String[] quiet = {"generate", "members", "--count", "10"};
        String[] shown = {"generate", "members", "--count", "10", "--progress", "always"};

        assertThat(run(quiet).error()).isEmpty();
        assertThat(run(shown).error())
                .contains("members of seed=42;epoch=2026-01-01")
                .contains("10 members, ")
                .endsWith("/s)" + System.lineSeparator());
    }
}
