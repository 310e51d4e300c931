package io.github.clinicaldata.fhirapi.bulk;

import io.github.clinicaldata.fhirapi.PopulationResources;
import io.github.clinicaldata.fhirapi.ResourceProbe;
import io.github.clinicaldata.record.RecordId;
import io.github.clinicaldata.record.RecordKind;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Which resources an export takes.
 *
 * @param patients the kind of patients
 * @param resources of the population
 * @param members who are in the group, by index; null for all
 * @param since seconds since 1970 after which a resource must have changed, or null
 */
record ExportMatch(
        RecordKind<?> patients,
        PopulationResources resources,
        @Nullable BitSet members,
        @Nullable Long since) {
    /** Whether every resource is taken. */
    boolean takesAll() {
        return members == null && since == null;
    }

    /** Whether the resource of a patient that a probe has looked at is taken. */
    boolean test(ResourceProbe probe) {
        return hasChanged(probe) && isInGroup(probe);
    }

    /** Whether the resource that a probe has looked at has changed since. */
    boolean hasChanged(ResourceProbe probe) {
        return since == null || probe.lastUpdated() > since;
    }

    /** Whether the resource of a patient that a probe has looked at is of one in the group. */
    boolean isInGroup(ResourceProbe probe) {
        if (members == null) {
            return true;
        }
        RecordId patient = probe.patient();
        long index = patient == null ? -1 : resources.index(patients, patient);
        return index >= 0 && members.get((int) index);
    }
}
