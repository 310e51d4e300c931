package io.github.clinicaldata.plan;

import io.github.clinicaldata.format.FormatOptions;
import io.github.clinicaldata.format.RecordEncoder;
import io.github.clinicaldata.format.RecordFormat;
import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.RecordKind;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A checked request: all that a stream needs to know. Nothing downstream decides again.
 *
 * @param kind what is generated
 * @param format how it looks
 * @param encoder writes the records of the kind in the format
 * @param options how the format is to write
 * @param population whose records
 * @param indexes which of them, in order
 * @param count how many records at most, after the filter; {@link Long#MAX_VALUE} for all
 * @param sentBefore how many records of the count a client has had before it resumed
 * @param filter which of them, or null for all
 * @param barrenScan how many records a filter may pass over without a match
 * @param pace how fast, or null for as fast as the client reads
 * @param <R> the type of record
 */
public record GenerationPlan<R>(
        RecordKind<R> kind,
        RecordFormat format,
        RecordEncoder<R> encoder,
        FormatOptions options,
        Population population,
        IndexSequence indexes,
        long count,
        long sentBefore,
        @Nullable Predicate<R> filter,
        long barrenScan,
        @Nullable Pace pace) {

    /** How many records are still to be sent at most. */
    public long remaining() {
        return count == Long.MAX_VALUE ? count : count - sentBefore;
    }

    /** How many records there are at most, as far as the indexes tell. */
    public long mostRecords() {
        long looked = Math.max(0, indexes.until() - indexes.from());
        long share = indexes.stride() == 1 ? looked : looked / indexes.stride() + indexes.block();
        return Math.min(remaining(), share);
    }

    /**
     * The rest of the plan.
     *
     * @param index of the last record that was sent
     * @param sent how many records were sent
     */
    public GenerationPlan<R> resumedAfter(long index, long sent) {
        return new GenerationPlan<>(
                kind,
                format,
                encoder,
                options,
                population,
                indexes.resumedAfter(index),
                count,
                Math.min(sent, count),
                filter,
                barrenScan,
                pace);
    }
}
