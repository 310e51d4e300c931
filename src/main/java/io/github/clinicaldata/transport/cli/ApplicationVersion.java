package io.github.clinicaldata.transport.cli;

import io.github.clinicaldata.record.Population;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import picocli.CommandLine.IVersionProvider;

/** Says the version of the program and that of the data, which changes when the bytes do. */
@Singleton
final class ApplicationVersion implements IVersionProvider {
    private final String version;

    ApplicationVersion(@ConfigProperty(name = "quarkus.application.version") String version) {
        this.version = version;
    }

    @Override
    public String[] getVersion() {
        return new String[] {
            "%s %s (data version %d)"
                    .formatted(GeneratorCommand.NAME, version, Population.DATA_VERSION)
        };
    }
}
