package io.github.clinicaldata.fhirapi;

import io.github.clinicaldata.config.GeneratorConfig;
import io.github.clinicaldata.format.fhir.LogicalId;
import io.github.clinicaldata.format.fhir.ResourceType;
import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.RecordId;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.SearchEntryMode;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestComponent;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET} and {@code POST /fhir/Patient/{id}/$everything}: the patient, all resources of the
 * patient's records, and the providers and payers that these refer to.
 */
@Singleton
public final class EverythingInteraction implements Interaction {
    private static final String TYPE = "_type";
    private static final Set<String> KNOWN =
            Set.of(TYPE, SearchReader.COUNT, SearchReader.OFFSET, "_format", "_pretty");

    private final ResourceSources sources;
    private final Populations populations;
    private final Searcher searcher;
    private final int maxPage;

    EverythingInteraction(
            ResourceSources sources,
            Populations populations,
            Searcher searcher,
            GeneratorConfig config) {
        this.sources = sources;
        this.populations = populations;
        this.searcher = searcher;
        maxPage = config.fhir().maxPage();
    }

    @Override
    public boolean takes(List<String> path) {
        return path.size() == 3
                && path.get(0).equals("Patient")
                && path.get(2).equals("$everything");
    }

    @Override
    public List<String> methods() {
        return List.of("GET", "POST");
    }

    @Override
    public Answer answer(FhirRequest given) {
        FhirRequest request = PostedParameters.addedTo(given);
        Presentation presentation = Presentation.of(request);
        populations.refuseOthers(request, KNOWN);
        String id = request.path().get(1);
        RecordId patient =
                LogicalId.parse(id).map(LogicalId::record).orElseThrow(() -> notFound(id));
        long seed = patient.content().orElseThrow(() -> notFound(id)).seed();
        PopulationResources resources = populations.read(seed, request.parameters());
        if (resources.find(ResourceType.PATIENT, id).isEmpty()) {
            throw notFound(id);
        }
        Everything all = Everything.of(patient, types(request), resources, sources, searcher);
        Map<String, List<String>> used = new LinkedHashMap<>(request.parameters());
        used.keySet().removeIf(name -> !KNOWN.contains(name) && !isOfPopulation(name));
        return answer(request, presentation, all, used, resources.population());
    }

    private boolean isOfPopulation(String name) {
        return populations.names().contains(name);
    }

    private Answer answer(
            FhirRequest request,
            Presentation presentation,
            Everything all,
            Map<String, List<String>> used,
            Population population) {
        int size = all.size();
        // 0 asks for the total alone
        long count = Math.min(maxPage, SearchReader.number(used, SearchReader.COUNT, maxPage));
        if (!used.containsKey(SearchReader.COUNT)) {
            count = size;
        }
        int from = (int) Math.min(size, SearchReader.number(used, SearchReader.OFFSET, 0));
        int to = (int) Math.min(size, from + count);
        String url = request.base() + "/" + String.join("/", request.path());
        Map<String, String> links = Links.of(url, used, count > 0 && to < size ? (long) to : null);
        if (presentation.equals(Presentation.JSON)) {
            return Answer.of(
                            presentation.mediaType(),
                            Map.of(),
                            EntryStream.of(all, from, to, links, request.base()))
                    .holding(population, to - from);
        }
        Bundle bundle = Bundles.begin(size, links);
        for (int i = from; i < to; i++) {
            Bundles.add(
                    bundle,
                    List.of(all.content(i)),
                    all.isMatch(i) ? SearchEntryMode.MATCH : SearchEntryMode.INCLUDE,
                    request.base());
        }
        Answer answer = Documents.answer(200, bundle, presentation);
        all.giveBack();
        return answer.holding(population, to - from);
    }

    private @Nullable Set<ResourceType> types(FhirRequest request) {
        List<String> given = request.parameters().get(TYPE);
        if (given == null) {
            return null;
        }
        Set<ResourceType> types = new TreeSet<>();
        for (String list : given) {
            for (String name : new ArrayList<>(Criteria.values(list))) {
                types.add(type(name));
            }
        }
        return types;
    }

    private ResourceType type(String name) {
        try {
            return sources.type(name);
        } catch (FhirProblem e) {
            throw FhirProblem.value(TYPE, String.valueOf(e.getMessage()));
        }
    }

    private static FhirProblem notFound(String id) {
        return FhirProblem.notFound(
                "There is no Patient with the id \"" + ResourceSources.shown(id) + "\"");
    }

    @Override
    public void describe(CapabilityStatementRestComponent rest) {
        rest.getResource().stream()
                .filter(resource -> resource.getType().equals("Patient"))
                .forEach(
                        patient ->
                                patient.addOperation()
                                        .setName("everything")
                                        .setDefinition(
                                                "http://hl7.org/fhir/OperationDefinition/Patient-everything"));
    }
}
