package io.github.clinicaldata.fhirapi;

import io.github.clinicaldata.format.fhir.ResourceWriter;

/** A resource that can be written into any writer. */
@FunctionalInterface
public interface ResourceContent {
    /** Writes it. */
    void write(ResourceWriter writer);
}
