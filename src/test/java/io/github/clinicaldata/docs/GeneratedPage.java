package io.github.clinicaldata.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A page of docs/ that is printed from the code; {@code -Ddocs.write=true} writes it anew. */
final class GeneratedPage {
    private static final String NOTE =
            "<!-- Printed from the code. Write it anew: ./mvnw test -Dtest='Doc*Test'"
                    + " -Ddocs.write=true -->\n";

    private final StringBuilder text = new StringBuilder();
    private final Path file;

    GeneratedPage(String name, String title) {
        file = Path.of("docs", name);
        text.append("# ").append(title).append("\n\n").append(NOTE);
    }

    void section(String title) {
        text.append("\n## ").append(title).append('\n');
    }

    void subsection(String title) {
        text.append("\n### ").append(title).append('\n');
    }

    void paragraph(String sentences) {
        text.append('\n').append(sentences).append('\n');
    }

    void table(String... columns) {
        text.append('\n');
        row(List.of(columns));
        text.append("|---".repeat(columns.length)).append("|\n");
    }

    void row(List<String> cells) {
        text.append(
                cells.stream()
                        .map(cell -> cell.replace("|", "\\|"))
                        .collect(Collectors.joining(" | ", "| ", " |\n")));
    }

    /** Fails when the file is not what was printed; or writes it, when asked to. */
    void isUpToDate() throws IOException {
        assertUpToDate(file, text);
    }

    /** Fails when a file beside the page is not what was printed; or writes it, when asked to. */
    static void assertUpToDate(Path file, CharSequence text) throws IOException {
        if (Boolean.getBoolean("docs.write")) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text);
        }
        assertThat(file).exists();
        assertThat(Files.readString(file))
                .as("%s is out of date; run this test with -Ddocs.write=true", file)
                .isEqualTo(text.toString());
    }
}
