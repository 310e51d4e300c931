package io.github.clinicaldata.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every relative link of every page leads to a file that is there, and to a heading that it has.
 */
class MarkdownLinksTest {
    private static final Pattern LINK = Pattern.compile("!?\\[[^\\]]*]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("#{1,6} +(.+)");
    private static final Pattern CODE = Pattern.compile("`[^`]*`");
    private static final Set<String> ELSEWHERE = Set.of("target", "node_modules", ".git");

    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(""))) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> !isElsewhere(file))
                    .sorted()
                    .toList();
        }
    }

    private static boolean isElsewhere(Path file) {
        for (Path part : file) {
            if (ELSEWHERE.contains(part.toString())) {
                return true;
            }
        }
        return false;
    }

    /** The lines of a page outside of code. */
    private static List<String> prose(Path page) throws IOException {
        List<String> lines = new ArrayList<>();
        boolean code = false;
        for (String line : Files.readAllLines(page)) {
            if (line.strip().startsWith("```")) {
                code = !code;
            } else if (!code) {
                lines.add(line);
            }
        }
        return lines;
    }

    /** The names that GitHub gives to the headings of a page. */
    private static Set<String> anchors(Path page) throws IOException {
        Set<String> anchors = new TreeSet<>();
        Map<String, Integer> before = new HashMap<>();
        for (String line : prose(page)) {
            Matcher heading = HEADING.matcher(line);
            if (heading.matches()) {
                String name =
                        LINK.matcher(heading.group(1))
                                .replaceAll("")
                                .strip()
                                .toLowerCase(Locale.ROOT)
                                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                                .replace(' ', '-');
                int times = before.merge(name, 1, Integer::sum);
                anchors.add(times == 1 ? name : name + "-" + (times - 1));
            }
        }
        return anchors;
    }

    @Test
    void links_leadSomewhere() throws IOException {
        List<String> broken = new ArrayList<>();
        int links = 0;
        for (Path page : pages()) {
            for (String line : prose(page)) {
                Matcher link = LINK.matcher(CODE.matcher(line).replaceAll(""));
                while (link.find()) {
                    links++;
                    if (!leads(page, link.group(1))) {
                        broken.add(page + ": " + link.group(1));
                    }
                }
            }
        }

        assertThat(broken).isEmpty();
        assertThat(links).isGreaterThan(50);
    }

    private static boolean leads(Path page, String target) throws IOException {
        if (target.matches("[a-z]+:.*")) {
            return target.startsWith("https://");
        }
        String[] parts = target.split("#", 2);
        Path file = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
        if (!Files.exists(Path.of("").toAbsolutePath().resolve(file))) {
            return false;
        }
        return parts.length == 1 || anchors(file).contains(parts[1]);
    }
}
