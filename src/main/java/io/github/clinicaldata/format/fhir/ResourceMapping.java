package io.github.clinicaldata.format.fhir;

import io.github.clinicaldata.record.Population;

/**
 * How records of a kind become resources of a type, one resource a record. Implementations announce
 * themselves as beans; nothing lists them.
 *
 * @param <R> the type of record
 */
public interface ResourceMapping<R> {
    /** The name of the kind whose records it writes. */
    String kind();

    /** The type of the resources. */
    ResourceType type();

    /**
     * What follows the record's id in the ids of the resources: empty but where a kind has two
     * mappings to one type, else a hyphen and letters.
     */
    default String suffix() {
        return "";
    }

    /** The name by which clients choose it. */
    default String name() {
        return type().typeName() + suffix();
    }

    /** Whether the kind is written so when a client does not choose. */
    default boolean usual() {
        return true;
    }

    /** Whether all records of the kind are written so. */
    default boolean writesAll() {
        return true;
    }

    /** Whether a record is written so; others are passed over. */
    default boolean writes(R record) {
        return true;
    }

    /**
     * Writes a record that {@link #writes} answers true for.
     *
     * @param population the population that the record is of
     */
    void write(R record, Population population, ResourceWriter writer);
}
