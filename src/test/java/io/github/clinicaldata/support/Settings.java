package io.github.clinicaldata.support;

import io.github.clinicaldata.config.GeneratorConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/** The settings of the product without a container. */
public final class Settings {
    private Settings() {}

    /** All defaults. */
    public static GeneratorConfig defaults() {
        return of(Map.of());
    }

    /** The defaults but for some settings, by their names. */
    public static GeneratorConfig of(Map<String, String> settings) {
        SmallRyeConfigBuilder builder =
                new SmallRyeConfigBuilder()
                        .addDiscoveredConverters()
                        .withMapping(GeneratorConfig.class);
        settings.forEach(builder::withDefaultValue);
        return builder.build().getConfigMapping(GeneratorConfig.class);
    }
}
