package io.github.clinicaldata.record;

/**
 * Reads the records of one kind in one population.
 *
 * <p>A reader may remember what neighbours share (a household, a block), so that reading in order
 * is cheap; the records are the same in any order. Not safe for use by several threads.
 *
 * @param <R> the type of record
 */
@FunctionalInterface
public interface RecordReader<R> {
    /**
     * The record at an index.
     *
     * @param index from 0 to {@link RecordId#MAX_INDEX}
     */
    R read(long index);
}
