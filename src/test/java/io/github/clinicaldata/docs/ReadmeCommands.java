package io.github.clinicaldata.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The commands in the blocks of README.md, each on its line. */
final class ReadmeCommands {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```sh\n(.*?)^```$");

    private ReadmeCommands() {}

    static List<String> all() throws IOException {
        List<String> commands = new ArrayList<>();
        Matcher block = BLOCK.matcher(Files.readString(Path.of("README.md")));
        while (block.find()) {
            block.group(1)
                    .replace("\\\n", " ")
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(commands::add);
        }
        return commands;
    }

    /** Commands to a server; what comes before a pipe. */
    static List<String> requests() throws IOException {
        return all().stream().filter(command -> command.startsWith("curl ")).toList();
    }

    /** Commands of the packaged jar, without the server's start. */
    static List<String> ofTheJar() throws IOException {
        return all().stream()
                .filter(command -> command.startsWith("java -jar target/quarkus-app/"))
                .toList();
    }
}
