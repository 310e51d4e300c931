package io.github.clinicaldata.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.WithDefault;
import java.io.IOException;
import java.io.Reader;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code .env.example} beside the mapping that reads it. */
class EnvironmentExampleTest {
    @Test
    void everySetting_standsThereWithItsDefault_andNoOther() throws IOException {
        assertThat(example("CLINICAL_")).isEqualTo(settings(GeneratorConfig.class, "CLINICAL"));
    }

    @Test
    void settingsOfTheFramework_haveTheDefaultsOfTheProduct() throws IOException {
        Properties properties = new Properties();
        try (Reader reader =
                Files.newBufferedReader(Path.of("src/main/resources/application.properties"))) {
            properties.load(reader);
        }
        Map<String, String> defaults = new TreeMap<>();
        properties
                .stringPropertyNames()
                .forEach(
                        name ->
                                defaults.put(
                                        name.replaceAll("[^A-Za-z0-9]", "_")
                                                .toUpperCase(Locale.ROOT),
                                        properties.getProperty(name)));

        assertThat(example("QUARKUS_")).isNotEmpty();
        assertThat(defaults).containsAllEntriesOf(example("QUARKUS_"));
    }

    private static Map<String, String> example(String prefix) throws IOException {
        return Files.readAllLines(Path.of(".env.example")).stream()
                .filter(line -> line.startsWith(prefix))
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
