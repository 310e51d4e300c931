package io.github.clinicaldata.fhirapi.bulk;

import io.github.clinicaldata.fhirapi.PopulationResources;
import io.github.clinicaldata.fhirapi.ResourceProbe;
import io.github.clinicaldata.format.fhir.ResourceType;
import io.github.clinicaldata.record.RecordId;
import io.github.clinicaldata.record.RecordKind;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Collects the records of no patient that resources refer to. */
final class SharedRecords implements ResourceProbe.References {
    private static final SortedSet<Long> NONE = Collections.emptySortedSet();

    private final PopulationResources resources;
    private final Map<RecordKind<?>, SortedSet<Long>> found;
    private final Deque<Reference> fresh = new ArrayDeque<>();

    /** A record that was found for the first time. */
    record Reference(RecordKind<?> kind, long index) {}

    SharedRecords(PopulationResources resources, Collection<RecordKind<?>> kinds) {
        this.resources = resources;
        found = new TreeMap<>(java.util.Comparator.comparing(RecordKind::name));
        kinds.forEach(kind -> found.put(kind, new TreeSet<>()));
    }

    @Override
    public void record(ResourceType type, RecordId id) {
        for (Map.Entry<RecordKind<?>, SortedSet<Long>> kind : found.entrySet()) {
            long index = resources.index(kind.getKey(), id);
            if (index >= 0 && kind.getValue().add(index)) {
                fresh.add(new Reference(kind.getKey(), index));
            }
        }
    }

    /** A record whose own references are still to be followed, or null. */
    @org.jspecify.annotations.Nullable Reference next() {
        return fresh.poll();
    }

    /** Adds what others refer to. */
    void addAll(SharedRecords others) {
        found.forEach((kind, set) -> set.addAll(others.found.getOrDefault(kind, NONE)));
    }

    /** Takes away what others refer to. */
    void removeAll(SharedRecords others) {
        found.forEach((kind, set) -> set.removeAll(others.found.getOrDefault(kind, NONE)));
    }

    /** The indexes of each kind, ascending. */
    Map<String, long[]> indexes() {
        Map<String, long[]> indexes = new TreeMap<>();
        found.forEach(
                (kind, set) ->
                        indexes.put(
                                kind.name(), set.stream().mapToLong(Long::longValue).toArray()));
        return indexes;
    }
}
