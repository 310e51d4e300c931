package io.github.clinicaldata.config;

import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMin;

/** Where jobs and the audit log are kept. Streams need no database. */
public interface DatabaseConfig {
    /**
     * Where the database is: an H2 file, which needs nothing installed and takes one server, or
     * {@code jdbc:postgresql://host/name}, which takes several.
     */
    @Pattern(regexp = "jdbc:(h2|postgresql):.+")
    @WithDefault("jdbc:h2:file:./data/jobs")
    String url();

    /** The user, where the database asks for one. */
    Optional<String> username();

    /** The password, where the database asks for one. */
    Optional<String> password();

    /** Connections at most. */
    @Min(2) @Max(1000) @WithDefault("10")
    int maxConnections();

    /** How long a request waits for a connection. */
    @DurationMin(millis = 100)
    @WithDefault("5s")
    Duration acquireTimeout();
}
