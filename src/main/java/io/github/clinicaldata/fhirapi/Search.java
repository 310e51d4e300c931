package io.github.clinicaldata.fhirapi;

import io.github.clinicaldata.format.fhir.ResourceType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A search as it was understood.
 *
 * @param type of the resources
 * @param ids of which one is wanted, or null for any
 * @param patients ids of which one is the patient's, or null for any
 * @param identifiers of which one is wanted, as they were given, or null for any
 * @param criteria that all hold
 * @param count the most entries of a page
 * @param offset where the page begins
 * @param counting whether only the total is wanted
 * @param total whether the total is told where it is known
 * @param used the parameters that had an effect
 */
record Search(
        ResourceType type,
        @Nullable List<String> ids,
        @Nullable List<String> patients,
        @Nullable List<String> identifiers,
        List<Criterion> criteria,
        int count,
        long offset,
        boolean counting,
        boolean total,
        Map<String, List<String>> used) {
    /** Whether a resource meets all criteria. */
    boolean matches(ResourceProbe probe) {
        for (Criterion criterion : criteria) {
            if (!criterion.condition().test(probe)) {
                return false;
            }
        }
        return true;
    }
}
