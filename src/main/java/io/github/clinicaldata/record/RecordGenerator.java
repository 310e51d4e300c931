package io.github.clinicaldata.record;

import org.jspecify.annotations.Nullable;

/**
 * Makes the records of a kind: a pure function of population and index. Safe for use by several
 * threads.
 *
 * @param <R> the type of record
 */
@FunctionalInterface
public interface RecordGenerator<R> {
    /** Opens a reader of the records that shares what it draws with others of the same caller. */
    RecordReader<R> open(Readers readers);

    /** Opens a reader of the records of one population that shares nothing. */
    default RecordReader<R> open(Population population) {
        return open(new Readers(population));
    }

    /** The record at an index, or null where it lies after the population's {@code asOf}. */
    default @Nullable R at(Population population, long index) {
        return open(population).read(index);
    }

    /**
     * The record at an index that is known to have one.
     *
     * @throws java.util.NoSuchElementException when it lies after the population's {@code asOf}
     */
    default R present(Population population, long index) {
        return open(population).present(index);
    }
}
