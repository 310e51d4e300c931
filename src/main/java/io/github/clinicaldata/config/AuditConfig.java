package io.github.clinicaldata.config;

import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/** What is told of requests, and where it is kept. */
public interface AuditConfig {
    /** Whether each request but those of public paths is told of when it ends. */
    @WithDefault("true")
    boolean enabled();

    /** Requests that may wait to be told of; more are dropped and counted. */
    @Min(1) @Max(1 << 20) @WithDefault("8192")
    int queue();

    /**
     * Whether it is kept in the database beside the log; {@code auto}: where keys are asked for, or
     * the database is PostgreSQL.
     */
    @Pattern(regexp = SecurityConfig.SWITCH) @WithDefault("auto")
    String database();

    /** Rows that may wait for the database; more are dropped and counted. */
    @Min(1) @Max(1 << 20) @WithDefault("20000")
    int waitingRows();

    /** How long rows are kept in the database. */
    @DurationMin(minutes = 1)
    @WithDefault("2160h")
    Duration keepRows();
}
