package io.github.clinicaldata.transport.http;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;

/** Reads the stream metrics of one transport. */
public final class StreamMeters {
    private final MeterRegistry registry;
    private final String transport;

    /** The metrics of a transport. */
    public StreamMeters(MeterRegistry registry, String transport) {
        this.registry = registry;
        this.transport = transport;
    }

    /** Records made so far. */
    public double records() {
        return sum("clinical.records");
    }

    /** Streams that run now. */
    public double active() {
        return sum("clinical.streams.active");
    }

    /** Streams that their clients left. */
    public double cancelled() {
        return sum("clinical.streams.cancelled");
    }

    private double sum(String name) {
        return registry.find(name).tag("transport", transport).meters().stream()
                .map(Meter::measure)
                .mapToDouble(measures -> measures.iterator().next().getValue())
                .sum();
    }
}
