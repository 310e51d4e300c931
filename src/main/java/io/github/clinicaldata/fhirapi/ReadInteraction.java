package io.github.clinicaldata.fhirapi;

import io.github.clinicaldata.format.fhir.LogicalId;
import io.github.clinicaldata.format.fhir.PayerOrganizations;
import io.github.clinicaldata.format.fhir.ResourceType;
import io.github.clinicaldata.record.RecordId;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;

/** {@code GET /fhir/{Type}/{id}}: the resource, made again from its id. */
@Singleton
public final class ReadInteraction implements Interaction {
    private final ResourceSources sources;
    private final Populations populations;

    ReadInteraction(ResourceSources sources, Populations populations) {
        this.sources = sources;
        this.populations = populations;
    }

    @Override
    public boolean takes(List<String> path) {
        return path.size() == 2
                && ResourceType.named(path.get(0)).isPresent()
                && !path.get(1).startsWith("$")
                && !path.get(1).startsWith("_");
    }

    @Override
    public List<String> methods() {
        return List.of("GET");
    }

    @Override
    public Answer answer(FhirRequest request) {
        Presentation presentation = Presentation.of(request);
        populations.refuseOthers(request, Set.copyOf(Presentation.PARAMETERS));
        ResourceType type = sources.type(request.path().get(0));
        String id = request.path().get(1);
        PopulationResources resources =
                resources(type, id, request).orElseThrow(() -> notFound(type.typeName(), id));
        ResourceContent found =
                resources.find(type, id).orElseThrow(() -> notFound(type.typeName(), id));
        byte[] bytes = Documents.bytes(found, presentation);
        resources.giveBack();
        return Answer.of(200, presentation.mediaType(), bytes).holding(resources.population(), 1);
    }

    private Optional<PopulationResources> resources(
            ResourceType type, String id, FhirRequest request) {
        if (type == ResourceType.ORGANIZATION && PayerOrganizations.find(id).isPresent()) {
            return Optional.of(populations.read(request.parameters()));
        }
        return LogicalId.parse(id)
                .flatMap(parsed -> parsed.record().content())
                .map(RecordId.Content::seed)
                .map(seed -> populations.read(seed, request.parameters()));
    }

    private static FhirProblem notFound(String type, String id) {
        return FhirProblem.notFound(
                "There is no " + type + " with the id \"" + ResourceSources.shown(id) + "\"");
    }

    @Override
    public void describe(CapabilityStatementRestComponent rest) {
        for (CapabilityStatementRestResourceComponent resource : rest.getResource()) {
            if (ResourceType.named(resource.getType()).isPresent()) {
                resource.addInteraction().setCode(TypeRestfulInteraction.READ);
            }
        }
    }
}
