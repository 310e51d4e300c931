package io.github.clinicaldata.fhirapi.bulk;

import io.github.clinicaldata.fhirapi.Answer;
import io.github.clinicaldata.fhirapi.Documents;
import io.github.clinicaldata.fhirapi.FhirProblem;
import io.github.clinicaldata.fhirapi.FhirRequest;
import io.github.clinicaldata.fhirapi.Interaction;
import io.github.clinicaldata.fhirapi.Populations;
import io.github.clinicaldata.fhirapi.Presentation;
import io.github.clinicaldata.fhirapi.ResourceSources;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.SearchEntryMode;
import org.hl7.fhir.r4.model.Group;
import org.hl7.fhir.r4.model.Group.GroupType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/**
 * {@code GET /fhir/Group} and {@code GET /fhir/Group/{id}}: the groups that can be exported. Their
 * members are too many to be listed.
 */
@Singleton
public final class GroupInteraction implements Interaction {
    private static final String TYPE = "Group";

    private final Populations populations;

    GroupInteraction(Populations populations) {
        this.populations = populations;
    }

    @Override
    public boolean takes(List<String> path) {
        return !path.isEmpty()
                && path.get(0).equals(TYPE)
                && (path.size() == 1 || path.size() == 2 && !path.get(1).startsWith("$"));
    }

    @Override
    public List<String> methods() {
        return List.of("GET");
    }

    @Override
    public Answer answer(FhirRequest request) {
        Presentation presentation = Presentation.of(request);
        populations.refuseOthers(request, Set.of("_format", "_pretty"));
        if (request.path().size() == 1) {
            return Documents.answer(200, all(request.base()), presentation);
        }
        String id = request.path().get(1);
        Resource group =
                MemberGroup.find(id)
                        .map(GroupInteraction::resource)
                        .orElseThrow(
                                () ->
                                        FhirProblem.notFound(
                                                "There is no Group with the id \""
                                                        + ResourceSources.shown(id)
                                                        + "\""));
        return Documents.answer(200, group, presentation);
    }

    private static Bundle all(String base) {
        List<MemberGroup> groups = MemberGroup.all();
        Bundle bundle = new Bundle();
        bundle.setType(BundleType.SEARCHSET).setTotal(groups.size());
        bundle.addLink().setRelation("self").setUrl(base + "/" + TYPE);
        for (MemberGroup group : groups) {
            bundle.addEntry()
                    .setFullUrl(base + "/" + TYPE + "/" + group.id())
                    .setResource(resource(group))
                    .getSearch()
                    .setMode(SearchEntryMode.MATCH);
        }
        return bundle;
    }

    private static Group resource(MemberGroup from) {
        Group group = new Group();
        group.setId(from.id());
        group.getMeta()
                .addSecurity()
                .setSystem("http://terminology.hl7.org/CodeSystem/v3-ActReason")
                .setCode("HTEST")
                .setDisplay("test health data");
        group.setActive(true).setType(GroupType.PERSON).setActual(true).setName(from.name());
        if (from.payer() != null) {
            group.setManagingEntity(new Reference("Organization/" + from.id()));
        }
        return group;
    }
}
