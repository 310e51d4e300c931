package io.github.clinicaldata.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads YAML files strictly: a key that stands twice is an error. */
final class Yaml {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Yaml() {}

    static JsonNode read(Path file) {
        List<JsonNode> documents = documents(text(file));
        if (documents.size() != 1) {
            throw new AssertionError(file + " holds " + documents.size() + " documents");
        }
        return documents.get(0);
    }

    static List<JsonNode> documents(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        List<JsonNode> documents = new ArrayList<>();
        for (Object document :
                new org.yaml.snakeyaml.Yaml(new SafeConstructor(options)).loadAll(text)) {
            documents.add(JSON.valueToTree(document));
        }
        return documents;
    }

    /** The YAML files below a folder, in order. */
    static List<Path> below(String folder) {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(file -> file.toString().matches(".*\\.ya?ml")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
