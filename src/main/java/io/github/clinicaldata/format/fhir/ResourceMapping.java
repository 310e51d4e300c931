package io.github.clinicaldata.format.fhir;

import io.github.clinicaldata.format.Variant;
import io.github.clinicaldata.record.Population;

/**
 * How records of a kind become resources of a type, one resource a record.
 *
 * @param <R> the type of record
 */
public interface ResourceMapping<R> extends Variant<R> {
    /** The type of the resources. */
    ResourceType type();

    /**
     * What follows the record's id in the ids of the resources: empty but where a kind has two
     * mappings to one type, else a hyphen and letters.
     */
    default String suffix() {
        return "";
    }

    @Override
    default String name() {
        return type().typeName() + suffix();
    }

    /**
     * Writes a record that {@link #writes} answers true for.
     *
     * @param population the population that the record is of
     */
    void write(R record, Population population, ResourceWriter writer);
}
