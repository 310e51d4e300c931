package io.github.clinicaldata.transport.http.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.clinicaldata.support.KafkaBroker;
import io.github.clinicaldata.support.SmallServer;
import io.github.clinicaldata.transport.http.job.JobClient;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Feeds to a topic of a real broker. */
@QuarkusTest
@TestProfile(SmallServer.class)
class KafkaFeedTest {
    @TempDir static Path directory;
    private static KafkaBroker broker;

    @TestHTTPResource URI base;

    private FeedClient client;

    @BeforeAll
    static void startBroker() {
        broker = KafkaBroker.start(directory);
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @BeforeEach
    void connect() {
        client = new FeedClient(base);
    }

    private JsonNode submit(String kind, String topic, String more) {
        return client.submit(
                """
                {"kind": "%s", "target": {"type": "kafka", "bootstrap_servers": "%s",
                 "topic": "%s"}, %s}
                """
                        .formatted(kind, broker.address(), topic, more));
    }

    private static List<ConsumerRecord<String, byte[]>> messages(String topic, int count) {
        List<ConsumerRecord<String, byte[]>> messages = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", broker.address()),
                        new StringDeserializer(),
                        new ByteArrayDeserializer())) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(each -> new TopicPartition(topic, each.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (messages.size() < count && System.nanoTime() < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(messages::add);
            }
        }
        return messages;
    }

    private static long index(ConsumerRecord<String, byte[]> message) {
        return Long.parseLong(
                new String(
                        message.headers().lastHeader("index").value(), StandardCharsets.US_ASCII));
    }

    @Test
    void records_areMessages_inOrderOfTheirKey_whichIsTheMember() {
        JsonNode feed = submit("claims", "claims", "\"count\": 1000");
        client.await(feed, "done");

        List<ConsumerRecord<String, byte[]>> messages = messages("claims", 1000);
        assertThat(messages).hasSize(1000);
        assertThat(messages.stream().map(ConsumerRecord::partition).distinct().count())
                .isEqualTo(3);
        Map<String, Long> last = new HashMap<>();
        Map<String, Integer> partitions = new HashMap<>();
        StringBuilder lines = new StringBuilder();
        for (ConsumerRecord<String, byte[]> each : messages) {
            JsonNode claim = JobClient.json(new String(each.value(), StandardCharsets.UTF_8));
            assertThat(claim.at("/member/member_id").asText()).isEqualTo(each.key());
            assertThat(last.getOrDefault(each.key(), -1L)).isLessThan(index(each));
            last.put(each.key(), index(each));
            assertThat(partitions.computeIfAbsent(each.key(), key -> each.partition()))
                    .isEqualTo(each.partition());
        }
        messages.stream()
                .sorted(Comparator.comparing(KafkaFeedTest::index))
                .forEach(
                        each ->
                                lines.append(new String(each.value(), StandardCharsets.UTF_8))
                                        .append('\n'));
        assertThat(lines.toString())
                .isEqualTo(
                        new String(
                                client.get("/api/v1/claims/stream?count=1000"),
                                StandardCharsets.UTF_8));
    }

    @Test
    void messagesOfProtobuf_haveNoLengthBeforeThem() throws Exception {
        client.await(
                submit("members", "protobuf", "\"count\": 5, \"format\": \"protobuf\""), "done");

        for (ConsumerRecord<String, byte[]> each : messages("protobuf", 5)) {
            io.github.clinicaldata.proto.v1.Member member =
                    io.github.clinicaldata.proto.v1.Member.parseFrom(each.value());
            assertThat(member.getMemberId()).isEqualTo(each.key());
        }
    }

    @Test
    void brokerThatDies_letsTheFeedWait_andItGoesOnWhenItIsBack() {
        JsonNode feed =
                submit(
                        "members",
                        "interrupted",
                        "\"count\": 3000, \"rate\": \"2000/s\", \"batch\": 50");
        client.await(feed, each -> each.at("/progress/records_sent").asInt() >= 200);
        broker.kill();
        assertThat(client.await(feed, "waiting").path("waits_for").asText()).contains("Kafka");
        broker.start();
        client.await(feed, "done");

        Map<Integer, Long> next = new HashMap<>();
        Map<Long, String> first = new HashMap<>();
        for (ConsumerRecord<String, byte[]> each : messages("interrupted", 3000)) {
            String value = new String(each.value(), StandardCharsets.UTF_8);
            if (first.putIfAbsent(index(each), value) == null) {
                // what is new comes in order; what comes twice is the same
                assertThat(index(each)).isGreaterThan(next.getOrDefault(each.partition(), -1L));
                next.put(each.partition(), index(each));
            } else {
                assertThat(value).isEqualTo(first.get(index(each)));
            }
        }
        assertThat(first).hasSize(3000);
    }

    @Test
    void userIsTold_andAWrongPasswordLetsTheFeedFail() {
        JsonNode good = secured(KafkaBroker.PASSWORD);
        client.await(good, "done");
        assertThat(messages("secured", 20)).hasSize(20);
        JsonNode bad = client.await(secured("hush"), "failed");
        assertThat(bad.path("error").asText()).contains("Authentication failed");
        assertThat(bad.toString()).doesNotContain("hush").contains("***");
    }

    private JsonNode secured(String password) {
        return client.submit(
                """
                {"kind": "members", "count": 20, "target": {"type": "kafka", "topic": "secured",
                 "bootstrap_servers": ["%s"], "username": "feeds", "password": "%s"}}
                """
                        .formatted(broker.saslAddress(), password.replace("\"", "\\\"")));
    }
}
