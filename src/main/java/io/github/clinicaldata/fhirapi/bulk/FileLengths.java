package io.github.clinicaldata.fhirapi.bulk;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.clinicaldata.plan.GenerationPlan;
import io.github.clinicaldata.stream.ChunkSource;
import io.github.clinicaldata.stream.Framing;
import io.github.clinicaldata.stream.Streams;
import jakarta.inject.Singleton;
import java.util.function.Supplier;

/**
 * How long the files of exports are. A file's length is known once it was generated, so it is
 * generated for its length when somebody asks for a range of it, and the length is remembered: a
 * file has at most 10,000 resources, which takes from 0.1 s of CPU for patients to 0.5 s for
 * explanations of benefits (measured, docs/fhir-api.md).
 */
@Singleton
final class FileLengths {
    private static final int MOST_KNOWN = 10_000;

    private final Streams streams;
    private final Cache<String, Long> known = Caffeine.newBuilder().maximumSize(MOST_KNOWN).build();

    FileLengths(Streams streams) {
        this.streams = streams;
    }

    /**
     * The length in bytes; takes the time of generating the file, so not on an event loop.
     *
     * @param tag tells the file from all others
     * @param plan makes it
     */
    long of(String tag, Supplier<GenerationPlan<?>> plan) {
        return known.get(tag, unknown -> measure(plan.get()));
    }

    private long measure(GenerationPlan<?> plan) {
        ChunkSource<?> source = streams.source(plan, Framing.NONE);
        long length = 0;
        while (!source.isDone()) {
            length += source.next(Integer.MAX_VALUE).length();
        }
        return length;
    }
}
