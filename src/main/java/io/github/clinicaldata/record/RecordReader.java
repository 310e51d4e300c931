package io.github.clinicaldata.record;

import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

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
     * @param index from 0 to before the {@linkplain IndexSpace#size size} of the kind's indexes
     * @return null where the record lies after the population's {@code asOf}
     */
    @Nullable R read(long index);

    /**
     * The record at an index that is known to have one.
     *
     * @throws NoSuchElementException when it lies after the population's {@code asOf}
     */
    default R present(long index) {
        R record = read(index);
        if (record == null) {
            throw new NoSuchElementException("There is no record yet at " + index);
        }
        return record;
    }
}
