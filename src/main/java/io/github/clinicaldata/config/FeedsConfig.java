package io.github.clinicaldata.config;

import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMin;

/** How feeds run, which push records to other systems, and where to they may. */
public interface FeedsConfig {
    /** Feeds that run at once on this server, each in a thread of its own. */
    @Min(1) @Max(1000) @WithDefault("16")
    int maxRunning();

    /** Feeds that have not ended; more are refused. */
    @Min(1) @WithDefault("1000")
    int maxOpen();

    /** Records that are sent and acknowledged together at most. */
    @Min(1) @Max(100_000) @WithDefault("10000")
    int maxBatch();

    /** Bytes after which a batch is sent though it has room for more records. */
    @Min(1024) @Max(64 << 20) @WithDefault("1048576")
    int batchBytes();

    /** How long a target may take to accept a connection. */
    @DurationMin(millis = 50)
    @WithDefault("10s")
    Duration connectTimeout();

    /** How long a target may take to acknowledge what was sent. */
    @DurationMin(millis = 50)
    @WithDefault("30s")
    Duration answerTimeout();

    /** The longest pause after a first failure; it doubles with each one that follows. */
    @DurationMin(millis = 1)
    @WithDefault("200ms")
    Duration firstPause();

    /** The longest pause between two attempts. */
    @DurationMin(millis = 1)
    @WithDefault("30s")
    Duration longestPause();

    /** Failures one after the other that open the circuit breaker of a feed. */
    @Min(1) @Max(1000) @WithDefault("5")
    int breakerFailures();

    /** How long an open circuit breaker lets nothing through. */
    @DurationMin(millis = 1)
    @WithDefault("10s")
    Duration breakerDelay();

    /** How long a feed tries again while its target takes nothing, before it fails. */
    @DurationMin(seconds = 0)
    @WithDefault("24h")
    Duration retryFor();

    /** How long after the last sign of life of a server another one takes over its feeds. */
    @DurationMin(seconds = 1)
    @WithDefault("15s")
    Duration lease();

    /** How long feeds that have ended are listed. */
    @DurationMin(seconds = 0)
    @WithDefault("720h")
    Duration keepHistory();

    /** Hosts that feeds may go to: names, {@code *.example.org}, or {@code *} for any. */
    @WithDefault("*")
    List<String> allowedHosts();

    /**
     * Addresses that feeds may go to though they are not public, as CIDR blocks such as {@code
     * 10.1.0.0/16}; none by default.
     */
    Optional<List<String>> allowedAddresses();

    /**
     * The Kafka brokers that feeds may name, as {@code host:port}; {@code *} for any. None by
     * default: a broker tells its clients where to go on, so it has to be trusted.
     */
    Optional<List<String>> kafkaBrokers();

    /**
     * The key with which secrets of targets are encrypted in the database: 32 bytes in base64.
     * Without it, secrets are refused, unless this server alone has the database, which then makes
     * a key of its own.
     */
    Optional<String> secretKey();

    /** Other keys with which secrets may have been encrypted, such as the one before. */
    Optional<List<String>> previousSecretKeys();

    /** Where the key is that a server makes which alone has its database. */
    @WithDefault("data/feeds.key")
    Path secretKeyFile();

    /**
     * A file of PEM certificates, of those who may vouch for targets with TLS; empty for those whom
     * the JVM trusts.
     */
    Optional<Path> trustedCertificates();
}
