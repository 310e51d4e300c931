package io.github.clinicaldata.config;

import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** SMART Backend Services: tokens for systems that sign with a key of their own. */
public interface SmartConfig {
    /**
     * The URL at which clients ask for tokens, as they see it; it ends with {@code /auth/token}.
     * Without it there are no tokens. It is not taken from the request, since what a client signs
     * for another server must not count here.
     */
    Optional<String> tokenUrl();

    /** The file of the clients and their public keys, made when the first is. */
    @WithDefault("data/smart-clients.json")
    Path clientFile();

    /**
     * What tokens are signed with, 32 characters or more; the same on all servers behind a
     * balancer. Without it each server makes one when it starts.
     */
    Optional<String> tokenSecret();

    /** How long a token is good. */
    @DurationMin(seconds = 1)
    @DurationMax(hours = 1)
    @WithDefault("5m")
    Duration tokenLifetime();
}
