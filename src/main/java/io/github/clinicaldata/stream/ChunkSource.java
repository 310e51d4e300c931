package io.github.clinicaldata.stream;

import io.github.clinicaldata.format.ByteSink;
import io.github.clinicaldata.format.EncoderSession;
import io.github.clinicaldata.format.StreamContext;
import io.github.clinicaldata.plan.GenerationPlan;
import io.github.clinicaldata.plan.IndexSequence;
import io.github.clinicaldata.record.RecordReader;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Makes the chunks of one stream, one at each call and never ahead. Not safe for use by several
 * threads at once.
 *
 * @param <R> the type of record
 */
public final class ChunkSource<R> {
    /**
     * Room beyond the size at which a chunk is full, so that the last record rarely makes it grow.
     */
    private static final int SLACK = 4096;

    /** Small chunks are copied out of the buffer rather than sent with it. */
    private static final int COPY_BELOW = 4;

    /** The share of a chunk for which there is room at first. */
    private static final int FIRST_SHARE = 16;

    private final EncoderSession<R> session;
    private final RecordReader<R> reader;
    private final IndexSequence indexes;
    private final @Nullable Predicate<R> filter;
    private static final byte[] NOTHING = {};

    private final Framing framing;
    private final ByteSink sink;
    private final int chunkBytes;
    private final int sliceRecords;
    private final long barrenScan;
    private long next;
    private long last = -1;
    private long remaining;
    private long number;
    private long passedOver;
    private boolean begun;
    private boolean done;
    private boolean sent;

    /** Opens the stream of a plan. */
    public ChunkSource(GenerationPlan<R> plan, Framing framing, int chunkBytes, int sliceRecords) {
        this.framing = framing;
        this.chunkBytes = chunkBytes;
        this.sliceRecords = sliceRecords;
        indexes = plan.indexes();
        filter = plan.filter();
        barrenScan = plan.barrenScan();
        remaining = plan.remaining();
        number = plan.sentBefore();
        next = indexes.from();
        reader = plan.kind().generator().open(plan.population());
        session = plan.encoder().open(new StreamContext(plan.population(), next, plan.options()));
        // it doubles four times to hold a whole chunk; a stream that is paced slowly never needs
        // one
        sink = new ByteSink((chunkBytes + SLACK) / FIRST_SHARE + 1);
    }

    /** Whether the last chunk was made. */
    public boolean isDone() {
        return done;
    }

    /** The index of the last record that was made, or -1 before the first. */
    long lastIndex() {
        return last;
    }

    /**
     * Makes the next chunk: until it is full, the turn's share of records is used up, or the stream
     * ends.
     *
     * @param most how many records it may hold
     * @throws NoMatchException when the filters pass over too many records
     */
    public Chunk next(int most) {
        long first = next;
        int records = 0;
        if (!begun) {
            begun = true;
            session.begin(sink);
            framing.afterBegin(0, sink);
        }
        int slice = sliceRecords;
        while (records < most
                && slice-- > 0
                && sink.size() < chunkBytes
                && remaining > 0
                && next < indexes.until()) {
            R record = reader.read(next);
            if (record != null && (filter == null || filter.test(record))) {
                if (records++ == 0) {
                    first = next;
                }
                write(record);
            } else if (++passedOver > barrenScan) {
                throw new NoMatchException(passedOver - 1, next);
            }
            next = indexes.after(next);
        }
        if (remaining <= 0 || next >= indexes.until()) {
            int start = sink.size();
            session.end(sink);
            framing.afterEnd(start, sink);
            done = true;
        }
        return chunk(records, first);
    }

    private void write(R record) {
        passedOver = 0;
        remaining--;
        number++;
        last = next;
        framing.before(next, number, sink);
        int start = sink.size();
        session.write(record, sink);
        framing.after(start, sink);
    }

    private Chunk chunk(int records, long first) {
        sent |= records > 0 || done;
        if (!sent) {
            // what stands before the first record waits for it, since there may be none
            return new Chunk(NOTHING, 0, 0, first);
        }
        int length = sink.size();
        if (length * COPY_BELOW < chunkBytes) {
            byte[] copy = sink.toByteArray();
            sink.truncate(0);
            return new Chunk(copy, length, records, first);
        }
        return new Chunk(sink.detach(), length, records, first);
    }
}
