package io.github.clinicaldata.record;

/**
 * The indexes of a kind: how many a population has, which belong together, and where the record of
 * an id stands among them.
 */
public interface IndexSpace {
    /** All indexes that an id can carry; the number in an id is the index itself. */
    IndexSpace ALL = upTo(RecordId.MAX_INDEX + 1);

    /** Indexes from 0 to before a size; the number in an id is the index itself. */
    static IndexSpace upTo(long size) {
        return population -> size;
    }

    /** How many indexes the population has; the last one is one below. */
    long size(Population population);

    /** How many neighbours are made together; shards without an end take whole blocks of them. */
    default long block(Population population) {
        return 64;
    }

    /** Whether some indexes have no record because it lies after the population's {@code asOf}. */
    default boolean hasGaps(Population population) {
        return false;
    }

    /**
     * The index of the record whose id carries a number.
     *
     * @return -1 when the population has none
     */
    default long indexOf(Population population, long numberInId) {
        return numberInId < size(population) ? numberInId : -1;
    }
}
