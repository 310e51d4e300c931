package io.github.clinicaldata.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clinicaldata.record.pathway.Pathways;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** docs/pathways.md tells of each key that the files of pathways have. */
class DocPathwaysTest {
    /** Their keys are names of groups, conditions and places, not words of the format. */
    private static final Set<String> OF_NAMES = Set.of("drg_for", "race", "comorbid", "discharge");

    private static void collect(Object node, Set<String> keys) {
        if (node instanceof Map<?, ?> map) {
            map.forEach(
                    (key, value) -> {
                        keys.add(key.toString());
                        if (!OF_NAMES.contains(key.toString())) {
                            collect(value, keys);
                        }
                    });
        } else if (node instanceof List<?> list) {
            list.forEach(each -> collect(each, keys));
        }
    }

    @Test
    void everyKey_isExplained() throws IOException {
        Set<String> keys = new TreeSet<>();
        for (String pathway : Pathways.keys()) {
            Path file = Path.of("src/main/resources/pathways", pathway + ".yaml");
            collect(
                    new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file)),
                    keys);
        }
        assertThat(keys).hasSizeGreaterThan(40);

        String page = Files.readString(Path.of("docs/pathways.md"));
        assertThat(keys).allSatisfy(key -> assertThat(page).contains("`" + key + "`"));
    }
}
