package io.github.clinicaldata.operations;

import io.github.clinicaldata.config.GeneratorConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.SmallRyeConfigBuilderCustomizer;

/** Has every configuration that is read held to the constraints of {@link GeneratorConfig}. */
public final class SettingsValidation implements SmallRyeConfigBuilderCustomizer {
    /** For {@link java.util.ServiceLoader}. */
    public SettingsValidation() {}

    @Override
    public void configBuilder(SmallRyeConfigBuilder builder) {
        builder.withValidator(new SettingsValidator());
    }
}
