package io.github.clinicaldata.stream;

import io.github.clinicaldata.format.ByteSink;
import io.github.clinicaldata.format.EncoderSession;
import io.github.clinicaldata.format.RecordFormat;
import io.github.clinicaldata.format.StreamContext;
import io.github.clinicaldata.plan.GenerationPlan;
import io.github.clinicaldata.record.RecordReader;
import java.util.Arrays;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Makes the batches of one plan. Which records are in a batch follows from its first one, so that a
 * source that begins there again makes the same batch. Not safe for use by several threads.
 *
 * @param <R> the type of record
 */
public final class BatchSource<R> {
    private static final int FIRST_ROOM = 4096;

    private final GenerationPlan<R> plan;
    private final Shape shape;
    private final int sliceRecords;
    private final RecordReader<R> reader;
    private final MemberKeys<R> keyWriter;
    private final RecordFormat format;
    private final ByteSink sink = new ByteSink(FIRST_ROOM);
    private final ByteSink keys = new ByteSink(FIRST_ROOM);
    private final long[] indexes;
    private final int[] starts;
    private final int[] keyStarts;
    private @Nullable EncoderSession<R> session;
    private long next;
    private long remaining;
    private long passedOver;
    private int records;

    /**
     * How batches are cut.
     *
     * @param documents whether a batch is a document of its format, as the stream of the same
     *     records would be; else each record is a message
     * @param mostRecords how many records a batch has but for the last
     * @param mostBytes after how many bytes it ends before
     */
    public record Shape(boolean documents, int mostRecords, int mostBytes) {}

    /** Opens the batches of a plan. */
    BatchSource(GenerationPlan<R> plan, Shape shape, int sliceRecords) {
        this.plan = plan;
        this.shape = shape;
        this.sliceRecords = sliceRecords;
        format = plan.format();
        reader = plan.kind().generator().open(plan.population());
        keyWriter = MemberKeys.of(plan.kind().schema());
        indexes = new long[shape.mostRecords()];
        starts = new int[shape.mostRecords() + 1];
        keyStarts = new int[shape.mostRecords() + 1];
        next = plan.indexes().from();
        remaining = plan.remaining();
    }

    /** Whether there are no more records. */
    public boolean isDone() {
        return records == 0 && isAtEnd();
    }

    private boolean isAtEnd() {
        return remaining <= 0 || next >= plan.indexes().until();
    }

    /**
     * Makes the next batch, or a part of it that others wait for.
     *
     * @return null when the turn is over and the batch is not, or at the end when there is none
     * @throws NoMatchException when the filters pass over too many records
     */
    public @Nullable Batch next() {
        Predicate<R> filter = plan.filter();
        int slice = sliceRecords;
        while (!isFull() && !isAtEnd()) {
            if (slice-- == 0) {
                return null;
            }
            R record = reader.read(next);
            if (record != null && (filter == null || filter.test(record))) {
                write(record);
            } else if (++passedOver > plan.barrenScan()) {
                throw new NoMatchException(passedOver - 1, next);
            }
            next = plan.indexes().after(next);
        }
        return records == 0 ? null : batch();
    }

    private boolean isFull() {
        return records == shape.mostRecords() || sink.size() >= shape.mostBytes();
    }

    private void write(R record) {
        passedOver = 0;
        remaining--;
        EncoderSession<R> open = session();
        int start = sink.size();
        open.write(record, sink);
        if (!shape.documents()) {
            trim(start);
        }
        indexes[records] = next;
        starts[records] = start;
        keyStarts[records] = keys.size();
        keyWriter.write(record, keys);
        records++;
        starts[records] = sink.size();
        keyStarts[records] = keys.size();
    }

    /** Takes off what only separates records in a stream. */
    private void trim(int start) {
        byte[] written = sink.buffer();
        int before = format.separatorBefore(written, start);
        sink.truncate(sink.size() - format.separatorAfter(written, start + before, sink.size()));
        if (before > 0) {
            sink.shift(start + before, -before);
        }
    }

    private EncoderSession<R> session() {
        EncoderSession<R> open = session;
        if (open == null) {
            open = plan.encoder().open(new StreamContext(plan.population(), next, plan.options()));
            session = open;
            if (shape.documents()) {
                open.begin(sink);
            }
        }
        return open;
    }

    private Batch batch() {
        if (shape.documents()) {
            session().end(sink);
            session = null;
        }
        Batch batch =
                new Batch(
                        sink.toByteArray(),
                        sink.size(),
                        Arrays.copyOf(indexes, records),
                        Arrays.copyOf(starts, records + 1),
                        keys.toByteArray(),
                        Arrays.copyOf(keyStarts, records + 1));
        sink.truncate(0);
        keys.truncate(0);
        records = 0;
        return batch;
    }
}
