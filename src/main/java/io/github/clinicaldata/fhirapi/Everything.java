package io.github.clinicaldata.fhirapi;

import io.github.clinicaldata.format.fhir.PayerOrganizations;
import io.github.clinicaldata.format.fhir.ResourceType;
import io.github.clinicaldata.record.RecordId;
import io.github.clinicaldata.record.RecordKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** All resources of a patient, and after them those that they refer to and that are of nobody. */
final class Everything {
    private final List<ResourceContent> contents;
    private final int matches;
    private final PopulationResources resources;

    private Everything(List<ResourceContent> contents, int matches, PopulationResources resources) {
        this.contents = contents;
        this.matches = matches;
        this.resources = resources;
    }

    /**
     * All resources of a patient.
     *
     * @param types of the resources, or null for all
     */
    static Everything of(
            RecordId patient,
            @Nullable Set<ResourceType> types,
            PopulationResources resources,
            ResourceSources sources,
            Searcher searcher) {
        List<ResourceContent> contents = new ArrayList<>();
        SharedRecords shared = new SharedRecords(sources, resources, searcher);
        ResourceProbe probe = new ResourceProbe(shared);
        for (ResourceSource<?> source : sources.all()) {
            if (types == null || types.contains(source.mapping().type())) {
                for (ResourceContent content : searcher.ofPatient(source, patient, resources)) {
                    probe.look(content);
                    contents.add(content);
                }
            }
        }
        int matches = contents.size();
        for (ResourceContent content : shared.all(probe)) {
            if (types == null || isOf(types, content)) {
                contents.add(content);
            }
        }
        return new Everything(contents, matches, resources);
    }

    private static boolean isOf(Set<ResourceType> types, ResourceContent content) {
        String path = new ResourceProbe().look(content).path();
        return types.stream().anyMatch(type -> path.startsWith(type.typeName() + "/"));
    }

    /** How many resources there are. */
    int size() {
        return contents.size();
    }

    /** The resource at a position. */
    ResourceContent content(int position) {
        return contents.get(position);
    }

    /** Whether the resource at a position is the patient's. */
    boolean isMatch(int position) {
        return position < matches;
    }

    /** Lets others have the readers, once all that is wanted was written. */
    void giveBack() {
        resources.giveBack();
    }

    /** Records of kinds that belong to no patient, and that resources refer to. */
    private static final class SharedRecords implements ResourceProbe.References {
        private final ResourceSources sources;
        private final PopulationResources resources;
        private final Map<String, RecordKind<?>> kinds = new TreeMap<>();
        private final Map<String, TreeSet<Long>> found = new TreeMap<>();
        private boolean grown;

        SharedRecords(ResourceSources sources, PopulationResources resources, Searcher searcher) {
            this.sources = sources;
            this.resources = resources;
            for (ResourceSource<?> source : sources.all()) {
                if (!searcher.isOfPatient(source.kind())) {
                    kinds.put(source.kind().name(), source.kind());
                }
            }
        }

        @Override
        public void record(ResourceType type, RecordId id) {
            for (RecordKind<?> kind : kinds.values()) {
                long index = resources.index(kind, id);
                if (index >= 0) {
                    grown |= found.computeIfAbsent(kind.name(), name -> new TreeSet<>()).add(index);
                }
            }
        }

        /** The resources of the records, of those that they refer to in turn, and the payers. */
        List<ResourceContent> all(ResourceProbe probe) {
            List<ResourceContent> contents;
            do {
                grown = false;
                contents = new ArrayList<>();
                for (ResourceSource<?> source : sources.all()) {
                    for (long index :
                            List.copyOf(
                                    found.getOrDefault(source.kind().name(), new TreeSet<>()))) {
                        ResourceContent content = resources.at(source, index);
                        if (content != null) {
                            probe.look(content);
                            contents.add(content);
                        }
                    }
                }
            } while (grown);
            for (int payer = 0; payer < PayerOrganizations.all().size(); payer++) {
                contents.add(resources.payer(payer));
            }
            return contents;
        }
    }
}
