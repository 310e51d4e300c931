package io.github.clinicaldata.stream;

import io.github.clinicaldata.config.GeneratorConfig;
import io.github.clinicaldata.plan.GenerationPlan;
import io.smallrye.common.annotation.CheckReturnValue;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Opens the streams of plans, the same for every transport. */
@Singleton
public final class Streams {
    private final GeneratorConfig.StreamConfig config;
    private final StreamMetrics metrics;
    private final StreamSpans spans;
    private final Drain drain;

    Streams(GeneratorConfig config, StreamMetrics metrics, StreamSpans spans, Drain drain) {
        this.spans = spans;
        this.drain = drain;
        this.config = config.stream();
        this.metrics = metrics;
    }

    /**
     * The chunks of a plan. Each subscription is a stream of its own that makes a chunk whenever
     * one is requested; a subscriber that asks for one chunk at a time gets turns of about a tenth
     * of a millisecond, or of one or two where filters pass over many records, and may run on an
     * event loop.
     *
     * @param plan what is generated
     * @param framing what the transport puts around records
     * @param transport its name in metrics
     */
    @CheckReturnValue
    public Multi<Chunk> open(GenerationPlan<?> plan, Framing framing, String transport) {
        return open(plan, framing, transport, Integer.MAX_VALUE, StreamClient.ANYBODY);
    }

    /**
     * The chunks of a plan for somebody; to be subscribed to once.
     *
     * @param plan what is generated
     * @param framing what the transport puts around records
     * @param transport its name in metrics
     * @param client whom the stream is for
     */
    @CheckReturnValue
    public Multi<Chunk> open(
            GenerationPlan<?> plan, Framing framing, String transport, StreamClient client) {
        return open(plan, framing, transport, Integer.MAX_VALUE, client);
    }

    /**
     * The chunks of a plan, each with so many records at most.
     *
     * @param plan what is generated
     * @param framing what the transport puts around records
     * @param transport its name in metrics
     * @param mostRecords the most records in a chunk, at least 1; a chunk that is full holds fewer
     * @param client whom the stream is for
     */
    @CheckReturnValue
    public Multi<Chunk> open(
            GenerationPlan<?> plan,
            Framing framing,
            String transport,
            int mostRecords,
            StreamClient client) {
        return Multi.createFrom()
                .publisher(
                        new ChunkPublisher(
                                plan,
                                () -> source(plan, framing),
                                mostRecords,
                                Infrastructure.getDefaultWorkerPool(),
                                client,
                                () -> observer(plan, transport, client),
                                drain));
    }

    private StreamObserver observer(GenerationPlan<?> plan, String transport, StreamClient client) {
        StreamObserver observer = metrics.begin(plan, transport);
        if (spans.areWanted()) {
            observer = observer.and(spans.begin(plan, transport));
        }
        return client == StreamClient.ANYBODY ? observer : observer.and(client);
    }

    /**
     * Begins to observe a stream that the caller drives, for work that goes on after its request.
     *
     * @param plan what is generated
     * @param work its name in metrics, such as job
     * @param id of the work
     * @param traceParent the span of the request, or null
     */
    public StreamObserver observe(
            GenerationPlan<?> plan, String work, String id, @Nullable String traceParent) {
        StreamObserver observer = metrics.begin(plan, work);
        return spans.areWanted()
                ? observer.and(spans.begin(plan, work, id, traceParent))
                : observer;
    }

    /** The chunks of a plan for a caller that may block. */
    public <R> ChunkSource<R> source(GenerationPlan<R> plan, Framing framing) {
        return new ChunkSource<>(plan, framing, config.chunkBytes(), config.sliceRecords());
    }

    /** The batches of a plan for a caller that may block. */
    public <R> BatchSource<R> batches(GenerationPlan<R> plan, BatchSource.Shape shape) {
        return new BatchSource<>(plan, shape, config.sliceRecords());
    }
}
