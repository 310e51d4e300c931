package io.github.clinicaldata.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the image leaves out of jars: there, and nothing that the server runs mentions it. */
class LeftOutTest {
    private static final String ICU = "com/ibm/icu/";
    private static final Path LIST = Path.of("src/main/docker/left-out.txt");

    /** Classes that mention what is left out, and can't run or aren't asked to. */
    private static final Pattern UNREACHED =
            Pattern.compile(
                    // of versions of FHIR whose models aren't there, see the test below
                    "org/hl7/fhir/convertors/(context|factory)/.*_?(10|14|43)_\\d\\d(\\$.*)?\\.class"
                            // STU 3 as XML or JSON is not offered
                            + "|org/hl7/fhir/convertors/conv30_40/resources30_40/Coverage30_40\\.class"
                            // where schemas would be, for validators of XML against them
                            + "|org/hl7/fhir/r4/hapi/ctx/FhirR4\\.class");

    private static SortedMap<String, List<String>> list() throws IOException {
        SortedMap<String, List<String>> byJar = new TreeMap<>();
        for (String line : Files.readAllLines(LIST)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] words = line.split(" ");
                byJar.computeIfAbsent(words[0], none -> new ArrayList<>()).add(words[1]);
            }
        }
        return byJar;
    }

    /** The jars that the server has, of libraries as the build found them. */
    private static List<Path> jars() {
        return Stream.of(
                        System.getProperty(
                                        "surefire.test.class.path",
                                        System.getProperty("java.class.path"))
                                .split(File.pathSeparator))
                // Groovy is the tests' own
                .filter(path -> path.endsWith(".jar") && !path.contains("groovy"))
                .map(Path::of)
                .toList();
    }

    /** Whether a jar of a Maven repository gets a name in the package that starts so. */
    private static boolean isNamed(Path jar, String start) {
        // group/artifact/version/file
        Path artifact = jar.subpath(0, jar.getNameCount() - 2);
        String name = artifact.subpath(0, artifact.getNameCount() - 1) + "." + jar.getFileName();
        return name.replace('/', '.').contains("." + start);
    }

    @Test
    void eachLine_namesOneJarAndSomethingInIt() throws IOException {
        for (var line : list().entrySet()) {
            List<Path> named = jars().stream().filter(jar -> isNamed(jar, line.getKey())).toList();
            assertThat(named).as(line.getKey()).hasSize(1);
            try (ZipFile jar = new ZipFile(named.get(0).toFile())) {
                for (String path : line.getValue()) {
                    assertThat(jar.stream().map(ZipEntry::getName))
                            .as(path)
                            .anyMatch(name -> name.startsWith(path));
                }
            }
        }
    }

    @Test
    void nothingThatRuns_mentionsWhatIsLeftOut() throws IOException {
        List<String> left = list().values().stream().flatMap(List::stream).toList();
        List<String> mentions = new ArrayList<>();
        for (Path jar : jars()) {
            forEachClass(
                    jar,
                    (name, text) -> {
                        if (left.stream().anyMatch(name::startsWith)
                                || UNREACHED.matcher(name).matches()) {
                            return;
                        }
                        left.stream()
                                .filter(text::contains)
                                .forEach(path -> mentions.add(name + " mentions " + path));
                        if (!name.startsWith(ICU) && usesMoreThanPlurals(text)) {
                            mentions.add(name + " uses ICU, whose data are left out");
                        }
                    });
        }

        assertThat(mentions).isEmpty();
    }

    /** ICU finds its data by names that it puts together, so its users count. */
    private static boolean usesMoreThanPlurals(String text) {
        return text.replace(ICU + "text/PluralRules", "").contains(ICU);
    }

    private static void forEachClass(Path file, BiConsumer<String, String> consumer)
            throws IOException {
        try (ZipFile jar = new ZipFile(file.toFile())) {
            for (var entries = jar.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                if (entry.getName().endsWith(".class")) {
                    byte[] bytes = jar.getInputStream(entry).readAllBytes();
                    consumer.accept(
                            entry.getName(), new String(bytes, StandardCharsets.ISO_8859_1));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.hl7.fhir.dstu2.model.Base",
                "org.hl7.fhir.dstu2016may.model.Base",
                "org.hl7.fhir.r4b.model.Base"
            })
    void versionsWhoseConversionsAreLeftOut_areNotThereEither(String model) {
        assertThatThrownBy(() -> Class.forName(model)).isInstanceOf(ClassNotFoundException.class);
    }

    @Test
    void leaveOut_writesTheJarWithoutWhatTheListNames(@TempDir Path directory) throws Exception {
        Path jar = jar(directory);
        String list =
                Files.writeString(directory.resolve("list"), "# why\n\nsome- a/b\n").toString();

        assertThat(leaveOut(list, directory.toString())).isZero();

        try (ZipFile written = new ZipFile(jar.toFile())) {
            assertThat(written.stream().map(ZipEntry::getName)).containsExactly("a/c", "b/b");
            assertThat(written.getInputStream(written.getEntry("a/c")).readAllBytes())
                    .asString()
                    .isEqualTo("a/c");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"some- a/b\nsome- a/d\n", "other- a/b\n"})
    void leaveOut_failsWhereALineFitsNothing(String lines, @TempDir Path directory)
            throws Exception {
        jar(directory);
        String list = Files.writeString(directory.resolve("list"), lines).toString();

        assertThat(leaveOut(list, directory.toString())).isNotZero();
    }

    private static Path jar(Path directory) throws IOException {
        Path jar = directory.resolve("some-1.jar");
        try (ZipOutputStream entries = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (String name : List.of("a/b", "a/bc", "a/c", "b/b")) {
                entries.putNextEntry(new ZipEntry(name));
                entries.write(name.getBytes(StandardCharsets.UTF_8));
                entries.closeEntry();
            }
        }
        return jar;
    }

    private static int leaveOut(String list, String directory) throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "src/main/docker/LeaveOut.java",
                        list,
                        directory)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
