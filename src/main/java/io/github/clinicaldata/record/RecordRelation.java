package io.github.clinicaldata.record;

import org.jspecify.annotations.Nullable;

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
        long[] find(Readers readers, long index);

        /** The same for a caller who looks for nothing else. */
        default long[] find(Population population, long index) {
            return find(new Readers(population), index);
        }
    }

    /** Finds the id of the one record that a record names, or null. */
    @FunctionalInterface
    public interface Named {
        /** The id that the record at an index names. */
        @Nullable RecordId find(Readers readers, long index);
    }

    /** Finds the index of a record from the number in its id. */
    @FunctionalInterface
    public interface Indexes {
        /** The index of the record whose id holds a number. */
        long indexOf(Population population, long number);
    }

    /** A way to the one record that a record names, of a kind whose ids hold indexes. */
    public static RecordRelation toOne(
            String name, String description, String target, Named named) {
        return toOne(name, description, target, (population, number) -> number, named);
    }

    /**
     * A way to the one record that a record names.
     *
     * @param indexes finds its index
     */
    public static RecordRelation toOne(
            String name, String description, String target, Indexes indexes, Named named) {
        return new RecordRelation(
                name,
                description,
                target,
                (readers, index) -> {
                    RecordId id = named.find(readers, index);
                    return id == null
                            ? new long[0]
                            : new long[] {indexes.indexOf(readers.population(), id.index())};
                });
    }
}
