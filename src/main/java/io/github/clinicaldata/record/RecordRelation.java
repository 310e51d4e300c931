package io.github.clinicaldata.record;

/**
 * A way from the records of a kind to those of the same or another kind, in bounded time.
 *
 * @param name the last part of the URL, for example {@code household}
 * @param description what is found, in a sentence
 * @param target the name of the kind that is found
 * @param finder finds the indexes
 */
public record RecordRelation(String name, String description, String target, Finder finder) {

    /** Finds related records. */
    @FunctionalInterface
    public interface Finder {
        /** The indexes, in their order, of the records that belong to the record at an index. */
        long[] find(Population population, long index);
    }
}
