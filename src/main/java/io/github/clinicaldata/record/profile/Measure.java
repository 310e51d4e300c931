package io.github.clinicaldata.record.profile;

import io.github.clinicaldata.record.Population;
import org.jspecify.annotations.Nullable;

/**
 * What a profile tells of the records of a kind.
 *
 * @param name in lower case with underscores; a field's own name where it tells of a field
 * @param description what is counted, in a sentence
 * @param unit of numbers, or null
 * @param source what the expected shares come from, or null where none are known
 * @param start begins to count
 * @param <R> the type of record
 */
public record Measure<R>(
        String name,
        String description,
        @Nullable String unit,
        @Nullable String source,
        Start<R> start) {

    /** Begins to count. */
    @FunctionalInterface
    public interface Start<R> {
        /** Counts the records of a population. */
        Collector<R> open(Population population);
    }

    /**
     * Counts records, one after the other.
     *
     * @param <R> the type of record
     */
    public interface Collector<R> {
        /** Looks at a record. */
        void add(R record);

        /** What was found in all of them. */
        Outcome outcome(Sample sample);
    }
}
