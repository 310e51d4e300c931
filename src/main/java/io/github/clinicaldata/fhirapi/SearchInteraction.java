package io.github.clinicaldata.fhirapi;

import io.github.clinicaldata.format.fhir.ResourceType;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;
import org.hl7.fhir.r4.model.Enumerations.SearchParamType;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/** {@code GET /fhir/{Type}} and {@code POST /fhir/{Type}/_search}: a page of resources. */
@Singleton
public final class SearchInteraction implements Interaction {
    private static final Map<String, SearchParamType> TYPES =
            Map.of(
                    "_id", SearchParamType.TOKEN,
                    "identifier", SearchParamType.TOKEN,
                    "gender", SearchParamType.TOKEN,
                    "patient", SearchParamType.REFERENCE,
                    "birthdate", SearchParamType.DATE);

    private final ResourceSources sources;
    private final Populations populations;
    private final SearchParameters parameters;
    private final SearchReader reader;
    private final Searcher searcher;

    SearchInteraction(
            ResourceSources sources,
            Populations populations,
            SearchParameters parameters,
            SearchReader reader,
            Searcher searcher) {
        this.sources = sources;
        this.populations = populations;
        this.parameters = parameters;
        this.reader = reader;
        this.searcher = searcher;
    }

    @Override
    public boolean takes(List<String> path) {
        boolean posted = path.size() == 2 && path.get(1).equals("_search");
        return (path.size() == 1 || posted) && ResourceType.named(path.get(0)).isPresent();
    }

    @Override
    public List<String> methods() {
        return List.of("GET", "POST");
    }

    @Override
    public Answer answer(FhirRequest request) {
        boolean posts = request.method().equals("POST");
        if (posts != (request.path().size() == 2)) {
            throw FhirDispatcher.methodNotAllowed(request, List.of(posts ? "GET" : "POST"));
        }
        Presentation presentation = Presentation.of(request);
        refuseOtherBody(request);
        ResourceType type = sources.type(request.path().get(0));
        Search search = reader.read(type, request);
        PopulationResources resources = populations.read(search.used());
        Page page = searcher.find(search, resources);
        String url = request.base() + "/" + type.typeName();
        Map<String, String> links = Links.of(url, search.used(), page.next());
        Answer answer = Bundles.answer(page, links, request.base(), presentation);
        resources.giveBack();
        return answer.holding(resources.population(), page.entries().size());
    }

    /** Criteria in a body that nobody reads must not become a search for everything. */
    private static void refuseOtherBody(FhirRequest request) {
        String type = request.contentType();
        if (request.method().equals("POST")
                && !request.body().isBlank()
                && !type.equals(RequestReader.FORM)) {
            throw new FhirProblem(
                    415,
                    IssueType.NOTSUPPORTED,
                    "Content-Type: "
                            + (type.isEmpty()
                                    ? "is missing"
                                    : "\"" + ResourceSources.shown(type) + "\" is not taken")
                            + "; searches are posted as "
                            + RequestReader.FORM);
        }
    }

    @Override
    public void describe(CapabilityStatementRestComponent rest) {
        for (CapabilityStatementRestResourceComponent resource : rest.getResource()) {
            ResourceType.named(resource.getType())
                    .ifPresent(
                            type -> {
                                resource.addInteraction()
                                        .setCode(TypeRestfulInteraction.SEARCHTYPE);
                                for (String name : parameters.of(type)) {
                                    resource.addSearchParam()
                                            .setName(name)
                                            .setType(
                                                    TYPES.getOrDefault(
                                                            name, SearchParamType.STRING));
                                }
                            });
        }
    }
}
