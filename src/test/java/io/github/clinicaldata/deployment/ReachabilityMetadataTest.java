package io.github.clinicaldata.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The metadata of the native binary beside the classes and files that they name. */
class ReachabilityMetadataTest {
    private static final Path FILE =
            Path.of(
                    "src-native/resources/META-INF/native-image/io.github.clinicaldata",
                    "clinical-data-generator/reachability-metadata.json");

    /** A record of where answers are made that no answer holds. */
    private static final String NOT_ANSWERED = "HttpProblem";

    private static JsonNode metadata() throws IOException {
        return new ObjectMapper().readTree(Files.readString(FILE));
    }

    private static Set<String> types() throws IOException {
        return new TreeSet<>(metadata().path("reflection").findValuesAsText("type"));
    }

    @Test
    void everyClass_isThere() throws Exception {
        assertThat(types()).isNotEmpty();
        for (String type : types()) {
            assertThat(Class.forName(type, false, getClass().getClassLoader())).isNotNull();
        }
    }

    @Test
    void everyRecordThatIsAnswered_isNamed() throws IOException {
        Set<String> answered = new TreeSet<>();
        for (JavaClass found :
                new ClassFileImporter()
                        .importPaths(classes("transport/http"), classes("operations"))) {
            if (found.isRecord() && !found.getSimpleName().equals(NOT_ANSWERED)) {
                answered.add(found.getName());
            }
        }

        assertThat(answered).isNotEmpty();
        assertThat(types()).containsAll(answered);
    }

    /** Their constraints are read by reflection at each start. */
    @Test
    void everyGroupOfSettings_isNamed() throws IOException {
        Set<String> groups = new TreeSet<>();
        for (JavaClass found : new ClassFileImporter().importPaths(classes("config"))) {
            if (found.isInterface() && found.getSimpleName().endsWith("Config")) {
                groups.add(found.getName());
            }
        }

        assertThat(groups).isNotEmpty();
        assertThat(types()).containsAll(groups);
    }

    private static Path classes(String folder) {
        return Path.of("target/classes/io/github/clinicaldata", folder);
    }

    @Test
    void everyGlob_matchesAResource() throws Exception {
        for (String glob : metadata().path("resources").findValuesAsText("glob")) {
            assertThat(isMatched(Path.of("target", "classes"), glob) || isMatchedInJar(glob))
                    .as(glob)
                    .isTrue();
        }
    }

    private static boolean isMatchedInJar(String glob) throws IOException, URISyntaxException {
        Path jar =
                Path.of(
                        io.xlate.edi.stream.EDIInputFactory.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toURI());
        try (FileSystem files = FileSystems.newFileSystem(jar)) {
            return isMatched(files.getPath("/"), glob);
        }
    }

    private static boolean isMatched(Path root, String glob) throws IOException {
        PathMatcher matcher = root.getFileSystem().getPathMatcher("glob:" + glob);
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(root::relativize)
                    .anyMatch(matcher::matches);
        }
    }
}
