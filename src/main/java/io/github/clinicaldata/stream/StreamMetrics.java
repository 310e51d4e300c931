package io.github.clinicaldata.stream;

import io.github.clinicaldata.plan.GenerationPlan;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts streams by kind, format and transport: {@code clinical_records_total}, {@code
 * clinical_bytes_total}, {@code clinical_streams_active}, {@code clinical_streams_cancelled_total}
 * and {@code clinical_stream_seconds} by outcome.
 */
@Singleton
public final class StreamMetrics {
    private final MeterRegistry registry;
    private final ConcurrentMap<Tags, Meters> meters = new ConcurrentHashMap<>();

    StreamMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    private record Meters(
            Tags tags, Counter records, Counter bytes, Counter cancelled, AtomicLong active) {}

    /** Begins to observe a stream. */
    public StreamObserver begin(GenerationPlan<?> plan, String transport) {
        Meters ofStream =
                meters.computeIfAbsent(
                        Tags.of(
                                "kind", plan.kind().name(),
                                "format", plan.format().name(),
                                "transport", transport),
                        this::register);
        ofStream.active().incrementAndGet();
        return new Observer(ofStream, System.nanoTime());
    }

    private Meters register(Tags tags) {
        AtomicLong active = new AtomicLong();
        registry.gauge("clinical.streams.active", tags, active);
        return new Meters(
                tags,
                registry.counter("clinical.records", tags),
                registry.counter("clinical.bytes", tags),
                registry.counter("clinical.streams.cancelled", tags),
                active);
    }

    private final class Observer implements StreamObserver {
        private final Meters ofStream;
        private final long start;

        Observer(Meters ofStream, long start) {
            this.ofStream = ofStream;
            this.start = start;
        }

        @Override
        public void chunk(int records, int bytes) {
            ofStream.records().increment(records);
            ofStream.bytes().increment(bytes);
        }

        @Override
        public void ended(Outcome outcome) {
            ofStream.active().decrementAndGet();
            if (outcome == Outcome.CANCELLED) {
                ofStream.cancelled().increment();
            }
            Timer.builder("clinical.stream")
                    .tags(ofStream.tags())
                    .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                    .register(registry)
                    .record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
        }
    }
}
