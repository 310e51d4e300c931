package io.github.clinicaldata.fhirapi.bulk;

import io.github.clinicaldata.format.fhir.ResourceType;
import io.github.clinicaldata.record.Population;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A bulk export as it was understood.
 *
 * @param population whose resources
 * @param members how many members from index 0 on, whole blocks
 * @param group whose members, or null for all
 * @param types of the resources, or null for all
 * @param since seconds since 1970 after which a resource must have changed, or null
 */
record Export(
        Population population,
        long members,
        @Nullable MemberGroup group,
        @Nullable Set<ResourceType> types,
        @Nullable Long since) {
    /** Whether resources of a type are wanted. */
    boolean wants(ResourceType type) {
        return types == null || types.contains(type);
    }
}
