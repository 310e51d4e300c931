package io.github.clinicaldata.feed.target;

import io.github.clinicaldata.config.FeedsConfig;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.config.SslConfigs;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Opens the producers of feeds; clients choose no property of them, some of which load classes. */
final class KafkaProducers {
    private static final int BATCH_BYTES = 256 << 10;
    private static final int LINGER_MILLIS = 5;
    private static final String DEFAULT_MECHANISM = "PLAIN";

    private KafkaProducers() {}

    /** A producer for the target of a feed. */
    static KafkaProducer<byte[], byte[]> open(TargetKind.Opening opening, FeedsConfig config) {
        TargetSettings settings = opening.settings();
        Map<String, Object> properties = new HashMap<>();
        properties.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, KafkaTargetKind.servers(settings));
        properties.put(ProducerConfig.CLIENT_ID_CONFIG, "clinical-feed-" + opening.feed());
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        properties.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        properties.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
        properties.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MILLIS);
        int connect = (int) config.connectTimeout().toMillis();
        int answer = (int) config.answerTimeout().toMillis();
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, connect);
        properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, answer);
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, connect + answer + LINGER_MILLIS);
        properties.put(CommonClientConfigs.METRIC_REPORTER_CLASSES_CONFIG, "");
        properties.put(ProducerConfig.ENABLE_METRICS_PUSH_CONFIG, false);
        secure(settings, properties);
        config.trustedCertificates()
                .ifPresent(
                        file -> {
                            properties.put(SslConfigs.SSL_TRUSTSTORE_TYPE_CONFIG, "PEM");
                            properties.put(
                                    SslConfigs.SSL_TRUSTSTORE_LOCATION_CONFIG, file.toString());
                        });
        return new KafkaProducer<>(
                properties, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static void secure(TargetSettings settings, Map<String, Object> properties) {
        boolean tls = "true".equals(settings.get(KafkaTargetKind.TLS));
        String user = settings.get(KafkaTargetKind.USERNAME);
        if (user == null) {
            properties.put(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, tls ? "SSL" : "PLAINTEXT");
            return;
        }
        String given = settings.get(KafkaTargetKind.MECHANISM);
        String mechanism = given == null ? DEFAULT_MECHANISM : given;
        properties.put(
                CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, tls ? "SASL_SSL" : "SASL_PLAINTEXT");
        properties.put(SaslConfigs.SASL_MECHANISM, mechanism);
        properties.put(
                SaslConfigs.SASL_JAAS_CONFIG,
                "%s required username=\"%s\" password=\"%s\";"
                        .formatted(
                                mechanism.equals(DEFAULT_MECHANISM)
                                        ? "org.apache.kafka.common.security.plain.PlainLoginModule"
                                        : "org.apache.kafka.common.security.scram.ScramLoginModule",
                                escaped(user),
                                escaped(settings.required(KafkaTargetKind.PASSWORD))));
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
