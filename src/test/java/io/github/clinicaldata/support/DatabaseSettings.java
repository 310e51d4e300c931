package io.github.clinicaldata.support;

import io.github.clinicaldata.config.DatabaseConfig;
import java.time.Duration;
import java.util.Optional;

/** Settings of a database of a test. */
public record DatabaseSettings(String url) implements DatabaseConfig {
    @Override
    public Optional<String> username() {
        return Optional.empty();
    }

    @Override
    public Optional<String> password() {
        return Optional.empty();
    }

    @Override
    public int maxConnections() {
        return 8;
    }

    @Override
    public Duration acquireTimeout() {
        return Duration.ofSeconds(5);
    }
}
