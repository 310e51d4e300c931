package io.github.clinicaldata.operations.openapi;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Names of schemas and operations. */
final class ModelNames {
    private ModelNames() {}

    /** {@code eligibility_check} or {@code eligibility-checks} with a capital for each word. */
    static String capitalized(String name) {
        return Arrays.stream(name.split("[_-]"))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }

    /** The schema of a name, as references write it. */
    static String schema(String name) {
        return "#/components/schemas/" + capitalized(name);
    }
}
