package io.github.clinicaldata.fhirapi.bulk;

import io.github.clinicaldata.fhirapi.ResourceSource;
import io.github.clinicaldata.format.fhir.ResourceType;
import org.jspecify.annotations.Nullable;

/**
 * A file of an export.
 *
 * @param name in its URL
 * @param type of all its resources
 * @param source of its resources; null for the payers, which stem from no records
 * @param from the first index, or position among the shared records
 * @param until the one after the last
 * @param shared whether its records are those that others refer to, rather than a range
 */
record ExportFile(
        String name,
        ResourceType type,
        @Nullable ResourceSource<?> source,
        long from,
        long until,
        boolean shared) {}
