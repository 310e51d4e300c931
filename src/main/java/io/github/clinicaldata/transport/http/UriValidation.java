package io.github.clinicaldata.transport.http;

import io.quarkus.runtime.annotations.StaticInitSafe;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.SmallRyeConfigBuilderCustomizer;

/**
 * Switches off Quarkus's check of URIs, which answers 400 without a body or a hook; {@link
 * EncodedUris} checks them. Quarkus reads the property once, after the configuration, which is read
 * before all else.
 */
@StaticInitSafe
public final class UriValidation implements SmallRyeConfigBuilderCustomizer {
    private static final String DISABLED = "vertx.disableURIValidation";

    /** For {@link java.util.ServiceLoader}. */
    public UriValidation() {}

    @Override
    public void configBuilder(SmallRyeConfigBuilder builder) {
        System.setProperty(DISABLED, "true");
    }
}
