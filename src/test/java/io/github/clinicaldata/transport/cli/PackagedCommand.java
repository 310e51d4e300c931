package io.github.clinicaldata.transport.cli;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs the packaged jar as a user does, in a process of its own. */
final class PackagedCommand {
    private static final long SECONDS = 120;

    private PackagedCommand() {}

    /** What came of a run. */
    record Result(int exitCode, byte[] output, String error) {
        String text() {
            return new String(output, StandardCharsets.UTF_8);
        }
    }

    static Result run(Path directory, String... arguments) {
        return run(directory, Redirect.to(directory.resolve("stdout").toFile()), arguments);
    }

    /** Runs with further variables in the environment. */
    static Result run(Path directory, Map<String, String> environment, String... arguments) {
        Redirect output = Redirect.to(directory.resolve("stdout").toFile());
        return run(directory, output, environment, arguments);
    }

    static Result run(Path directory, Redirect output, String... arguments) {
        return run(directory, output, Map.of(), arguments);
    }

    private static Result run(
            Path directory, Redirect output, Map<String, String> environment, String... arguments) {
        try {
            Process process = start(directory, output, environment, arguments);
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("no end: " + String.join(" ", arguments));
            }
            File file = output.file();
            byte[] bytes = Files.isRegularFile(file.toPath()) ? read(file.toPath()) : new byte[0];
            String error = new String(read(directory.resolve("stderr")), StandardCharsets.UTF_8);
            return new Result(process.exitValue(), bytes, error);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static Process start(Path directory, Redirect output, String... arguments) {
        return start(directory, output, Map.of(), arguments);
    }

    private static Process start(
            Path directory, Redirect output, Map<String, String> environment, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:TieredStopAtLevel=1");
        command.add("-jar");
        command.add(System.getProperty("packaged.jar"));
        command.addAll(List.of(arguments));
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command)
                            .directory(directory.toFile())
                            .redirectInput(Redirect.from(new File("/dev/null")))
                            .redirectOutput(output)
                            .redirectError(directory.resolve("stderr").toFile());
            builder.environment().putAll(environment);
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
