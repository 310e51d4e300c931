package io.github.clinicaldata.config;

import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/** How jobs run: requests whose answer is a file. */
public interface JobsConfig {
    /** Jobs that run at once on this server, each in a thread of its own. */
    @Min(1) @Max(64) @WithDefault("2")
    int workers();

    /** Jobs that may wait; more are refused until one begins. */
    @Min(1) @WithDefault("1000")
    int maxQueued();

    /** The largest number of records of a job. */
    @Min(1) @WithDefault("1000000000")
    long maxRecords();

    /**
     * Bytes that are written and recorded together, and held in memory until then. S3 takes 5 MiB
     * or more, and 10,000 parts.
     */
    @Min(4096) @Max(1 << 30) @WithDefault("8388608")
    int partBytes();

    /** How long files are kept. */
    @DurationMin(seconds = 1)
    @WithDefault("24h")
    Duration keepFiles();

    /** How long jobs are listed once their files are gone. */
    @DurationMin(seconds = 0)
    @WithDefault("720h")
    Duration keepHistory();

    /** How often files that are past their time are looked for. */
    @DurationMin(millis = 100)
    @WithDefault("60s")
    Duration sweepEvery();

    /** How long a job tries again while storage takes nothing, before it fails. */
    @DurationMin(seconds = 0)
    @WithDefault("10m")
    Duration retryFor();

    /** How long after the last sign of life of a server another one takes over its jobs. */
    @DurationMin(seconds = 1)
    @WithDefault("15s")
    Duration lease();

    /** How often the progress of a job is told. */
    @DurationMin(millis = 50)
    @WithDefault("1s")
    Duration progressEvery();
}
