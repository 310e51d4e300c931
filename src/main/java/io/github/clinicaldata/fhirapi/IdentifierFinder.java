package io.github.clinicaldata.fhirapi;

import io.github.clinicaldata.record.Population;

/**
 * Finds by arithmetic the records that can have an identifier. Implementations announce themselves
 * as beans; identifiers that none of them knows are searched for record by record.
 */
public interface IdentifierFinder {
    /** The name of the kind whose records it finds. */
    String kind();

    /** The system of the identifiers. */
    String system();

    /** The index of the record that can have an identifier, or -1 when none has it. */
    long find(Population population, String value);
}
