package io.github.clinicaldata.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.WithDefault;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code .env.example} beside the mapping that reads it. */
class EnvironmentExampleTest {
    @Test
    void everySetting_standsThereWithItsDefault_andNoOther() throws IOException {
        assertThat(example()).isEqualTo(settings(GeneratorConfig.class, "CLINICAL"));
    }

    private static Map<String, String> example() throws IOException {
        return Files.readAllLines(Path.of(".env.example")).stream()
                .filter(line -> line.startsWith("CLINICAL_"))
                .map(line -> line.split("=", 2))
                .collect(
                        Collectors.toMap(
                                parts -> parts[0],
                                parts -> parts[1],
                                (first, second) -> first,
                                TreeMap::new));
    }

    private static Map<String, String> settings(Class<?> mapping, String prefix) {
        Map<String, String> settings = new TreeMap<>();
        for (Method setting : mapping.getDeclaredMethods()) {
            String name = prefix + "_" + environmentName(setting.getName());
            WithDefault defaultValue = setting.getAnnotation(WithDefault.class);
            if (defaultValue != null) {
                settings.put(name, defaultValue.value());
            } else if (setting.getReturnType() == Optional.class) {
                settings.put(name, "");
            } else if (setting.getReturnType().isInterface()) {
                settings.putAll(settings(setting.getReturnType(), name));
            }
        }
        return settings;
    }

    private static String environmentName(String method) {
        return method.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
    }
}
