package io.github.clinicaldata.feed.target;

import io.github.clinicaldata.config.FeedsConfig;
import io.github.clinicaldata.config.GeneratorConfig;
import io.github.clinicaldata.format.RecordFormat;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Kafka topics: each record is a message whose key is the identifier of its member. A broker tells
 * its clients where the others are, which nobody can check before they connect, so the settings
 * name the brokers that are trusted with that.
 */
@Singleton
final class KafkaTargetKind implements TargetKind {
    static final String SERVERS = "bootstrap_servers";
    static final String TOPIC = "topic";
    static final String TLS = "tls";
    static final String USERNAME = "username";
    static final String PASSWORD = "password";
    static final String MECHANISM = "sasl_mechanism";

    private static final String ANY = "*";
    private static final int BATCH = 500;
    private static final List<String> MECHANISMS =
            List.of("PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512");
    private static final Pattern TOPIC_NAME = Pattern.compile("[A-Za-z0-9._-]{1,249}");
    private static final Pattern SERVER =
            Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[^:]+):([0-9]{1,5})");

    private final AllowedTargets allowed;
    private final FeedsConfig config;

    KafkaTargetKind(AllowedTargets allowed, GeneratorConfig config) {
        this.allowed = allowed;
        this.config = config.feeds();
    }

    @Override
    public String name() {
        return "kafka";
    }

    @Override
    public String description() {
        return "A Kafka topic; each record is a message whose key is the identifier of its member";
    }

    @Override
    public List<TargetField> fields() {
        return List.of(
                TargetField.required(
                        SERVERS,
                        "brokers to begin with, as host:port, with commas between them",
                        "kafka-1.example.org:9092,kafka-2.example.org:9092"),
                TargetField.required(TOPIC, "the topic", "members"),
                new TargetField(
                        TLS,
                        TargetField.Type.SWITCH,
                        false,
                        false,
                        "whether connections have TLS",
                        "true"),
                TargetField.optional(USERNAME, "the user, where brokers ask for one", "feeds"),
                TargetField.secret(PASSWORD, "the user's password; never shown", "secret"),
                TargetField.optional(
                        MECHANISM,
                        "how the user is told: PLAIN (default), SCRAM-SHA-256 or SCRAM-SHA-512",
                        "SCRAM-SHA-512"));
    }

    @Override
    public boolean carries(RecordFormat format) {
        return format.selfContainedRecords();
    }

    @Override
    public boolean takesDocuments() {
        return false;
    }

    @Override
    public int defaultBatch() {
        return BATCH;
    }

    @Override
    public void check(TargetSettings settings) {
        for (String server : servers(settings)) {
            checkServer(server);
        }
        if (!TOPIC_NAME.matcher(settings.required(TOPIC)).matches()) {
            throw TargetSettings.refused(
                    TOPIC, "must be 1 to 249 letters, digits, points, underscores and hyphens");
        }
        String mechanism = settings.get(MECHANISM);
        if (mechanism != null && !MECHANISMS.contains(mechanism)) {
            throw TargetSettings.refused(
                    MECHANISM, "must be one of " + String.join(", ", MECHANISMS));
        }
        settings.checkCredentials(USERNAME, PASSWORD);
    }

    /** The brokers that a client names. */
    static List<String> servers(TargetSettings settings) {
        List<String> servers = new ArrayList<>();
        for (String each : settings.required(SERVERS).split(",", -1)) {
            servers.add(each.strip());
        }
        return servers;
    }

    private void checkServer(String server) {
        Matcher matcher = SERVER.matcher(server);
        if (!matcher.matches()) {
            throw TargetSettings.refused(SERVERS, "must be host:port, with commas between them");
        }
        List<String> trusted = config.kafkaBrokers().orElse(List.of());
        if (trusted.contains(server)) {
            return;
        }
        if (!trusted.contains(ANY)) {
            throw TargetSettings.refused(
                    SERVERS,
                    server
                            + " is not among the brokers that feeds may go to here, which the"
                            + " setting clinical.feeds.kafka-brokers lists");
        }
        allowed.check("target." + SERVERS, matcher.group(1));
    }

    @Override
    public FeedTarget open(Opening opening) {
        return new KafkaTarget(config, opening);
    }
}
