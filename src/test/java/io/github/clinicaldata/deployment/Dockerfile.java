package io.github.clinicaldata.deployment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A Dockerfile as a list of instructions: comments are left out, continued lines joined. */
record Dockerfile(List<Instruction> instructions) {
    /**
     * An instruction.
     *
     * @param name in capitals
     * @param arguments the rest of its line
     * @param stage how many images were begun before, counted from 0; the last is the one that
     *     ships
     */
    record Instruction(String name, String arguments, int stage) {
        /** The words that are no flags. */
        List<String> words() {
            return List.of(arguments.split("\\s+")).stream()
                    .filter(word -> !word.startsWith("--"))
                    .toList();
        }

        boolean hasFlag(String flag) {
            return arguments.contains("--" + flag);
        }
    }

    static Dockerfile read(Path file) {
        List<Instruction> instructions = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int stage = -1;
        for (String text : Yaml.text(file).split("\n")) {
            if (text.startsWith("#") || text.isBlank()) {
                continue;
            }
            if (text.endsWith("\\")) {
                line.append(text, 0, text.length() - 1).append(' ');
                continue;
            }
            String[] parts = line.append(text).toString().strip().split("\\s+", 2);
            line.setLength(0);
            if (parts[0].equals("FROM")) {
                stage++;
            }
            instructions.add(new Instruction(parts[0], parts.length > 1 ? parts[1] : "", stage));
        }
        return new Dockerfile(instructions);
    }

    List<Instruction> named(String name) {
        return instructions.stream()
                .filter(instruction -> instruction.name().equals(name))
                .toList();
    }

    /** The instructions of the image that ships. */
    List<Instruction> lastStage(String name) {
        int last = instructions.get(instructions.size() - 1).stage();
        return named(name).stream().filter(instruction -> instruction.stage() == last).toList();
    }
}
