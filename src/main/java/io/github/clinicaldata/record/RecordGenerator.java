package io.github.clinicaldata.record;

/**
 * Makes the records of a kind: a pure function of population and index. Safe for use by several
 * threads.
 *
 * @param <R> the type of record
 */
@FunctionalInterface
public interface RecordGenerator<R> {
    /** Opens a reader of the records of one population. */
    RecordReader<R> open(Population population);

    /** The record at an index. */
    default R at(Population population, long index) {
        return open(population).read(index);
    }
}
