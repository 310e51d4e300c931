package io.github.clinicaldata.feed;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * What one run of a feed counts: {@code clinical_feed_records_total}, {@code
 * clinical_feed_refused_total}, {@code clinical_feed_bytes_total}, {@code
 * clinical_feed_failures_total}, {@code clinical_feed_batch_seconds} and {@code
 * clinical_feed_broken}, each with the id of the feed. There are as many as feeds run at a time:
 * they go when the run ends.
 */
final class FeedMeters {
    private final MeterRegistry registry;
    private final Tags tags;
    private final Counter records;
    private final Counter refused;
    private final Counter bytes;
    private final Counter failures;
    private final Timer batches;
    private final List<Meter> all;

    /** Begins to count. */
    FeedMeters(MeterRegistry registry, Feed feed) {
        this.registry = registry;
        tags =
                Tags.of(
                        "feed", feed.id().toString(),
                        "kind", feed.kind(),
                        "format", feed.format(),
                        "target", feed.target().type());
        records = registry.counter("clinical.feed.records", tags);
        refused = registry.counter("clinical.feed.refused", tags);
        bytes = registry.counter("clinical.feed.bytes", tags);
        failures = registry.counter("clinical.feed.failures", tags);
        batches = registry.timer("clinical.feed.batch", tags);
        all = List.of(records, refused, bytes, failures, batches);
    }

    /** Shows whether the circuit breaker of a run is open. */
    Gauge watch(BooleanSupplier broken) {
        return Gauge.builder("clinical.feed.broken", () -> broken.getAsBoolean() ? 1 : 0)
                .tags(tags)
                .register(registry);
    }

    /** Records have arrived. */
    void arrived(int count, int size) {
        records.increment(count);
        bytes.increment(size);
    }

    /** Records were refused and passed over. */
    void refused(int count) {
        refused.increment(count);
    }

    /** An attempt failed. */
    void failed() {
        failures.increment();
    }

    /** A batch has arrived after so long, with all attempts. */
    void sent(long nanos) {
        batches.record(nanos, TimeUnit.NANOSECONDS);
    }

    /** Takes the meters away. */
    void remove(Gauge broken) {
        registry.remove(broken);
        all.forEach(registry::remove);
    }
}
