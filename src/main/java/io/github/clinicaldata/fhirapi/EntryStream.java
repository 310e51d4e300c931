package io.github.clinicaldata.fhirapi;

import io.github.clinicaldata.format.ByteSink;
import io.github.clinicaldata.stream.Chunk;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.util.Map;

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
    static Multi<Chunk> open(
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
        }
        int length = sink.size();
        return new Chunk(sink.detach(), length, next - first, first);
    }
}
