package io.github.clinicaldata.feed.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.clinicaldata.config.FeedsConfig;
import io.github.clinicaldata.stream.Batch;
import io.github.clinicaldata.stream.Batches;
import io.github.clinicaldata.support.KafkaBroker;
import io.github.clinicaldata.support.Settings;
import io.github.clinicaldata.support.World;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real broker with TLS, which asks who comes. */
class SecuredKafkaTest {
    private static final String PASSWORD = "a \"quoted\" pass\\word";

    @TempDir static Path directory;
    private static KafkaBroker broker;

    @BeforeAll
    static void startBroker() {
        broker = KafkaBroker.start(directory);
        broker.addUser("feeds", PASSWORD);
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    private static FeedsConfig config(boolean trusting) {
        Map<String, String> settings = new HashMap<>();
        settings.put("clinical.feeds.kafka-brokers", "*");
        settings.put("clinical.feeds.connect-timeout", "20s");
        if (trusting) {
            settings.put(
                    "clinical.feeds.trusted-certificates", broker.certificate().pem().toString());
        }
        return Settings.of(settings).feeds();
    }

    private static void send(String address, boolean trusting, String... more) throws Exception {
        Map<String, String> settings = new HashMap<>();
        settings.put("bootstrap_servers", address);
        settings.put("tls", "true");
        for (int i = 0; i < more.length; i += 2) {
            settings.put(more[i], more[i + 1]);
        }
        Batch batch = Batches.first("members", "ndjson", false, 5);
        TargetKind.Opening opening =
                new TargetKind.Opening(
                        "feed", new TargetSettings(settings), World.format("ndjson"));
        try (FeedTarget target = new KafkaTarget(config(trusting), opening)) {
            target.send(batch);
        }
        assertThat(batch.isDone()).isTrue();
    }

    private static int messages(String topic) {
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", broker.address()),
                        new StringDeserializer(),
                        new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = new ArrayList<>();
            consumer.partitionsFor(topic)
                    .forEach(each -> partitions.add(new TopicPartition(topic, each.partition())));
            return consumer.endOffsets(partitions, Duration.ofSeconds(30)).values().stream()
                    .mapToInt(Long::intValue)
                    .sum();
        }
    }

    @Test
    void brokerWithTls_takesRecords() throws Exception {
        send(broker.tlsAddress(), true, "topic", "tls");

        assertThat(messages("tls")).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SCRAM-SHA-256", "SCRAM-SHA-512"})
    void userWhoProvesToKnowThePassword_overTls_mayWrite(String mechanism) throws Exception {
        send(
                broker.scramAddress(),
                true,
                "topic",
                mechanism,
                "username",
                "feeds",
                "password",
                PASSWORD,
                "sasl_mechanism",
                mechanism);

        assertThat(messages(mechanism)).isEqualTo(5);
    }

    @Test
    void wrongPassword_isHopeless_andIsNotTold() {
        assertThatThrownBy(
                        () ->
                                send(
                                        broker.scramAddress(),
                                        true,
                                        "topic",
                                        "wrong",
                                        "username",
                                        "feeds",
                                        "password",
                                        "hush",
                                        "sasl_mechanism",
                                        "SCRAM-SHA-512"))
                .isInstanceOfSatisfying(
                        TargetFailure.class,
                        failure ->
                                assertThat(failure.reason())
                                        .isEqualTo(TargetFailure.Reason.HOPELESS))
                .hasMessageContaining("uthentication failed")
                .hasMessageNotContaining("hush");
    }

    @Test
    void brokerWhomNobodyVouchesFor_getsNothing() {
        assertThatThrownBy(() -> send(broker.tlsAddress(), false, "topic", "untrusted"))
                .isInstanceOfSatisfying(
                        TargetFailure.class,
                        failure ->
                                assertThat(failure.reason())
                                        .isEqualTo(TargetFailure.Reason.HOPELESS))
                .hasMessageContaining("SSL");
    }
}
