package io.github.clinicaldata.fhirapi;

import io.github.clinicaldata.config.GeneratorConfig;
import io.github.clinicaldata.format.fhir.ResourceType;
import io.github.clinicaldata.record.Population;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * By which parameters resources of a type can be searched. Seen in the first resources of the type:
 * what has birth dates can be searched by birth date, and what leads to a patient, and can be found
 * from one, by patient.
 */
@Singleton
public final class SearchParameters {
    /** How many records are looked at. */
    private static final int SAMPLE = 256;

    private final ResourceSources sources;
    private final Searcher searcher;
    private final Population population;
    private final ConcurrentMap<ResourceType, Set<String>> byType = new ConcurrentHashMap<>();

    SearchParameters(ResourceSources sources, Searcher searcher, GeneratorConfig config) {
        this.sources = sources;
        this.searcher = searcher;
        population = Population.of(config.population().seed(), config.population().epoch());
    }

    /** The parameters of a type, without those of every search. */
    public Set<String> of(ResourceType type) {
        return byType.computeIfAbsent(type, this::look);
    }

    private Set<String> look(ResourceType type) {
        Set<String> found = new TreeSet<>(List.of("_id"));
        ResourceProbe probe = new ResourceProbe();
        PopulationResources resources = new PopulationResources(sources, population);
        for (ResourceSource<?> source : sources.of(type)) {
            for (long index = 0; index < SAMPLE; index++) {
                ResourceContent content = resources.at(source, index);
                if (content != null) {
                    add(probe.look(content), source, found);
                }
            }
        }
        return found;
    }

    private void add(ResourceProbe probe, ResourceSource<?> source, Set<String> found) {
        if (!probe.identifiers().isEmpty()) {
            found.add("identifier");
        }
        for (ResourceProbe.NamePart name : probe.names()) {
            found.add("name");
            if (Criteria.NAMES.contains(name.part())) {
                found.add(name.part());
            }
        }
        if (probe.birthDate() != null) {
            found.add("birthdate");
        }
        if (!probe.gender().isEmpty()) {
            found.add("gender");
        }
        if (probe.patient() != null
                && source.mapping().type() != ResourceType.PATIENT
                && searcher.isOfPatient(source.kind())) {
            found.add("patient");
        }
    }
}
