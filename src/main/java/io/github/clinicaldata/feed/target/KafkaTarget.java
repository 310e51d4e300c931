package io.github.clinicaldata.feed.target;

import io.github.clinicaldata.config.FeedsConfig;
import io.github.clinicaldata.stream.Batch;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jspecify.annotations.Nullable;

/**
 * Sends records to a topic. The producer is idempotent, has one request on its way at a time, and
 * is closed by the first failure before anything that follows goes out, so that the records of a
 * key keep their order.
 */
final class KafkaTarget implements FeedTarget {
    private final FeedsConfig config;
    private final TargetKind.Opening opening;
    private final String topic;
    private final byte[] feed;
    private final byte[] mediaType;
    private @Nullable KafkaProducer<byte[], byte[]> producer;

    /** Opens a topic whose settings were checked. */
    KafkaTarget(FeedsConfig config, TargetKind.Opening opening) {
        this.config = config;
        this.opening = opening;
        topic = opening.settings().required(KafkaTargetKind.TOPIC);
        feed = opening.feed().getBytes(StandardCharsets.US_ASCII);
        mediaType = opening.format().mediaType().getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void send(Batch batch) throws TargetFailure, InterruptedException {
        boolean good = false;
        AtomicReference<Exception> first = new AtomicReference<>();
        try {
            KafkaProducer<byte[], byte[]> open = producer();
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (int i = batch.arrived(); i < batch.records(); i++) {
                sent.add(open.send(message(batch, i), (metadata, e) -> closeIf(open, e, first)));
            }
            open.flush();
            for (Future<RecordMetadata> each : sent) {
                each.get();
                batch.arrived(batch.arrived() + 1);
            }
            good = true;
        } catch (InterruptException e) {
            throw new InterruptedException();
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        } catch (KafkaException | IllegalStateException e) {
            // a producer that was closed says no more than that
            Exception cause = first.get();
            throw failure(cause == null ? e : cause);
        } finally {
            if (!good) {
                close();
            }
        }
    }

    private static void closeIf(
            KafkaProducer<byte[], byte[]> open,
            @Nullable Exception failure,
            AtomicReference<Exception> first) {
        if (failure != null && first.compareAndSet(null, failure)) {
            open.close(Duration.ZERO);
        }
    }

    private ProducerRecord<byte[], byte[]> message(Batch batch, int record) {
        ProducerRecord<byte[], byte[]> message =
                new ProducerRecord<>(topic, batch.key(record), batch.record(record));
        message.headers()
                .add("feed-id", feed)
                .add(
                        "index",
                        String.valueOf(batch.index(record)).getBytes(StandardCharsets.US_ASCII))
                .add("content-type", mediaType);
        return message;
    }

    private KafkaProducer<byte[], byte[]> producer() {
        KafkaProducer<byte[], byte[]> open = producer;
        if (open == null) {
            open = KafkaProducers.open(opening, config);
            producer = open;
        }
        return open;
    }

    private static TargetFailure failure(@Nullable Throwable cause) {
        Throwable known =
                cause instanceof KafkaException && cause.getCause() instanceof KafkaException inner
                        ? inner
                        : cause;
        String message = "Kafka: " + (known == null ? "failed" : known.getMessage());
        if (known instanceof RecordTooLargeException) {
            return TargetFailure.refused(message);
        }
        if (known instanceof AuthenticationException
                || known instanceof AuthorizationException
                || known instanceof InvalidTopicException) {
            return TargetFailure.hopeless(message);
        }
        return TargetFailure.passing(message);
    }

    @Override
    public void close() {
        KafkaProducer<byte[], byte[]> open = producer;
        producer = null;
        if (open != null) {
            open.close(Duration.ZERO);
        }
    }
}
