package io.github.clinicaldata.fhirapi;

import io.github.clinicaldata.format.ByteSink;
import io.github.clinicaldata.plan.GenerationPlan;
import io.github.clinicaldata.stream.Chunk;
import io.github.clinicaldata.stream.StreamClient;
import io.github.clinicaldata.stream.StreamObserver;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a Bundle as chunks. Each is made in a worker thread when the client has room for
 * it, so a slow client costs no memory and holds up nobody.
 */
final class EntryStream {
    private static final int CHUNK = 1 << 16;
    private static final int ROOM = 1 << 14;
    private static final Chunk END = new Chunk(new byte[0], 0, 0, 0);

    private final Everything all;
    private final int to;
    private final Map<String, String> links;
    private final BundleBytes bundle;
    private int next;
    private boolean begun;
    private boolean done;

    private EntryStream(Everything all, int from, int to, Map<String, String> links, String base) {
        this.all = all;
        this.to = to;
        this.links = links;
        next = from;
        bundle = new BundleBytes(base);
    }

    /** A Bundle of the entries from one position to before another. */
    static Answer.Stream of(
            Everything all, int from, int to, Map<String, String> links, String base) {
        return new Answer.Stream() {
            @Override
            public @Nullable GenerationPlan<?> plan() {
                return null;
            }

            @Override
            public Multi<Chunk> open(StreamClient client) {
                // the entries are known, and counted when the answer was made
                return chunks(all, from, to, links, base)
                        .invoke(chunk -> client.chunk(0, chunk.length()))
                        .onTermination()
                        .invoke((failure, gone) -> client.ended(outcome(failure, gone)));
            }
        };
    }

    private static StreamObserver.Outcome outcome(@Nullable Throwable failure, boolean gone) {
        if (failure != null) {
            return StreamObserver.Outcome.FAILED;
        }
        return gone ? StreamObserver.Outcome.CANCELLED : StreamObserver.Outcome.COMPLETED;
    }

    private static Multi<Chunk> chunks(
            Everything all, int from, int to, Map<String, String> links, String base) {
        return Multi.createBy()
                .repeating()
                .<EntryStream, Chunk>uni(
                        () -> new EntryStream(all, from, to, links, base),
                        stream ->
                                Uni.createFrom()
                                        .item(stream::chunk)
                                        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()))
                .until(chunk -> chunk == END);
    }

    private Chunk chunk() {
        if (done) {
            return END;
        }
        ByteSink sink = new ByteSink(CHUNK + ROOM);
        if (!begun) {
            begun = true;
            bundle.begin(all.size(), links, sink);
        }
        int first = next;
        while (next < to && sink.size() < CHUNK) {
            bundle.write(all.content(next), all.isMatch(next), sink);
            next++;
        }
        if (next >= to) {
            bundle.end(sink);
            done = true;
            all.giveBack();
        }
        int length = sink.size();
        return new Chunk(sink.detach(), length, next - first, first);
    }
}
