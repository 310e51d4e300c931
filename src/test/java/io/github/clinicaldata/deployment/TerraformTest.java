package io.github.clinicaldata.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.bertramlabs.plugins.hcl4j.HCLParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The files of Terraform are read and refer to what is there; nothing is applied. */
class TerraformTest {
    private static final Pattern VARIABLE = Pattern.compile("\\bvar\\.([a-z_]+)");
    private static final Pattern RESOURCE =
            Pattern.compile("(?<!data\\.|[.\\w\"/])(aws_[a-z_]+)\\.([a-z_]+)\\b");

    private static String sources() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("terraform"))) {
            return files.filter(file -> file.toString().endsWith(".tf"))
                    .sorted()
                    .map(Yaml::text)
                    .collect(Collectors.joining("\n"));
        }
    }

    private static Map<Object, Object> section(Map<?, ?> parsed, String name) {
        return parsed.get(name) instanceof Map<?, ?> section ? new HashMap<>(section) : Map.of();
    }

    @Test
    void references_areDefined() throws Exception {
        String sources = sources();
        Map<?, ?> parsed = new HCLParser().parse(sources, true);
        Set<Object> variables = new TreeSet<>(section(parsed, "variable").keySet());
        Set<Object> used = new TreeSet<>();
        Matcher variable = VARIABLE.matcher(sources);
        while (variable.find()) {
            used.add(variable.group(1));
        }

        assertThat(used).isEqualTo(variables);
        Matcher resource = RESOURCE.matcher(sources);
        int references = 0;
        while (resource.find()) {
            references++;
            assertThat(section(section(parsed, "resource"), resource.group(1)))
                    .as(resource.group())
                    .containsKey(resource.group(2));
        }
        assertThat(references).isGreaterThan(10);
    }

    @Test
    void nobody_isLetInByDefault() throws Exception {
        Map<?, ?> parsed = new HCLParser().parse(sources(), true);

        assertThat(section(section(parsed, "variable"), "allowed_cidrs"))
                .containsKey("description")
                .doesNotContainKey("default");
    }
}
