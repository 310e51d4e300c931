package io.github.clinicaldata.operations.openapi;

import io.github.clinicaldata.operations.openapi.ProblemResponses.Problem;
import io.github.clinicaldata.plan.Catalog;
import io.github.clinicaldata.plan.ParameterDoc;
import io.github.clinicaldata.plan.ParameterDocs;
import io.github.clinicaldata.record.RecordKind;
import io.github.clinicaldata.record.RecordRelation;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** The paths of a kind. */
@Singleton
final class KindPaths {
    private final Catalog catalog;
    private final ParameterDocs parameters;
    private final RecordContent content;
    private final Examples examples;

    KindPaths(Catalog catalog, ParameterDocs parameters, RecordContent content, Examples examples) {
        this.catalog = catalog;
        this.parameters = parameters;
        this.content = content;
        this.examples = examples;
    }

    /** All of them. */
    Map<String, PathItem> of(RecordKind<?> kind) {
        String base = "/api/v1/" + kind.name();
        Map<String, PathItem> items = new LinkedHashMap<>();
        items.put(base, get(page(kind, base)));
        items.put(base + "/stream", get(stream(kind, base + "/stream")));
        items.put(base + "/profile", get(profile(kind, base + "/profile")));
        items.put(base + "/{id}", get(lookUp(kind, base)));
        for (RecordRelation relation : catalog.relations(kind)) {
            items.put(base + "/{id}/" + relation.name(), get(related(kind, relation, base)));
        }
        if (!catalog.relations(kind).isEmpty()) {
            items.put(base + "/{id}/everything", get(everything(kind, base)));
        }
        return items;
    }

    static PathItem get(Operation operation) {
        return OASFactory.createPathItem().GET(operation);
    }

    private static Operation operation(RecordKind<?> kind, String id, String summary) {
        return OASFactory.createOperation().addTag(kind.name()).operationId(id).summary(summary);
    }

    private Operation stream(RecordKind<?> kind, String path) {
        Operation operation =
                operation(
                                kind,
                                "stream" + ModelNames.capitalized(kind.name()),
                                "Stream " + kind.name())
                        .description(
                                "Sends records as fast as the client reads, or at a rate. A stream"
                                    + " that fails is broken off, so that a truncated answer never"
                                    + " looks complete. text/event-stream sends one record an"
                                    + " event, in the formats "
                                        + String.join(", ", content.formatsOfEvents(kind))
                                        + ".");
        ParameterModels.addTo(operation, parameters.stream(kind))
                .addParameter(ParameterModels.lastEventId(parameters.eventIdExample()))
                .addParameter(ParameterModels.requestId());
        APIResponse response = Responses.ok("The records", content.stream(kind, path));
        return operation.responses(
                ProblemResponses.on(
                        Responses.ok(HeaderModels.on(response, HeaderModels.OF_STREAM)),
                        Problem.BAD_REQUEST,
                        Problem.METHOD_NOT_ALLOWED,
                        Problem.NOT_ACCEPTABLE,
                        Problem.UNPROCESSABLE));
    }

    private Operation page(RecordKind<?> kind, String path) {
        Operation operation =
                operation(
                                kind,
                                "list" + ModelNames.capitalized(kind.name()),
                                "A page of " + kind.name())
                        .description(
                                "JSON comes in the envelope, other formats bare with the paging in"
                                    + " headers. A page with filters may hold fewer records than"
                                    + " its limit; next_offset says where to go on.");
        ParameterModels.addTo(operation, parameters.page(kind))
                .addParameter(ParameterModels.requestId());
        APIResponse response = Responses.ok("The page", content.page(kind, path));
        return operation.responses(
                ProblemResponses.on(
                        Responses.ok(HeaderModels.on(response, HeaderModels.OF_PAGE)),
                        Problem.BAD_REQUEST,
                        Problem.METHOD_NOT_ALLOWED,
                        Problem.NOT_ACCEPTABLE,
                        Problem.UNPROCESSABLE));
    }

    private Operation profile(RecordKind<?> kind, String path) {
        Operation operation =
                operation(
                                kind,
                                "profile" + ModelNames.capitalized(kind.name()),
                                "How the values of " + kind.name() + " lie")
                        .description(
                                "Shares of the values of each coded field and percentiles of"
                                    + " amounts among the first records, beside what the sources of"
                                    + " the data say.");
        ParameterModels.addTo(operation, parameters.profile(kind))
                .addParameter(ParameterModels.requestId());
        APIResponse response =
                Responses.json(
                        "The report",
                        EnvelopeSchemas.success(ProfileSchemas.reference()),
                        Examples.of(
                                "GET " + path + "?count=" + ProfileSchemas.EXAMPLE_COUNT,
                                examples.profile(kind, ProfileSchemas.EXAMPLE_COUNT)));
        return operation.responses(
                ProblemResponses.on(
                        Responses.ok(HeaderModels.on(response, HeaderModels.OF_ANSWER)),
                        Problem.BAD_REQUEST,
                        Problem.METHOD_NOT_ALLOWED,
                        Problem.NOT_ACCEPTABLE,
                        Problem.UNPROCESSABLE));
    }

    private Operation lookUp(RecordKind<?> kind, String base) {
        String request = "GET " + base + "/" + examples.firstId(kind);
        Operation operation =
                operation(
                                kind,
                                "find" + ModelNames.capitalized(kind.singular()),
                                "One " + kind.singular())
                        .description(
                                "Made again from its id, with no database. A population with knobs"
                                        + " or other dates is named by the same parameters as its"
                                        + " stream.");
        APIResponse response =
                Responses.json(
                        "The record",
                        EnvelopeSchemas.success(SchemaModels.reference(kind.schema().name())),
                        Examples.of(request, examples.lookUp(kind)));
        return byId(kind, operation, response, parameters.lookUp(kind));
    }

    private Operation related(RecordKind<?> kind, RecordRelation relation, String base) {
        RecordKind<?> target = catalog.kind(relation.target()).orElseThrow();
        String request = "GET %s/%s/%s".formatted(base, examples.firstId(kind), relation.name());
        Operation operation =
                operation(
                        kind,
                        "find"
                                + ModelNames.capitalized(kind.singular())
                                + ModelNames.capitalized(relation.name()),
                        relation.description());
        long[] found = relation.finder().find(examples.population(), 0);
        APIResponse response =
                Responses.json(
                        "The records",
                        EnvelopeSchemas.success(EnvelopeSchemas.records(target)),
                        Examples.of(request, examples.related(target, found)));
        return byId(kind, operation, response, parameters.related(kind, target));
    }

    private Operation everything(RecordKind<?> kind, String base) {
        List<RecordRelation> relations = catalog.relations(kind);
        RecordRelation first = relations.get(0);
        RecordKind<?> target = catalog.kind(first.target()).orElseThrow();
        String request =
                "GET %s/%s/everything?include=%s"
                        .formatted(base, examples.firstId(kind), first.name());
        Operation operation =
                operation(
                                kind,
                                "find" + ModelNames.capitalized(kind.singular()) + "Everything",
                                "One " + kind.singular() + " with all that belongs to it")
                        .description(
                                "The same as a look-up of the record and of each of its relations,"
                                        + " in one answer.");
        Map<String, RecordKind<?>> targets = new LinkedHashMap<>();
        relations.forEach(
                each -> targets.put(each.name(), catalog.kind(each.target()).orElseThrow()));
        long[] found = first.finder().find(examples.population(), 0);
        APIResponse response =
                Responses.json(
                        "The record and what belongs to it",
                        EnvelopeSchemas.success(EnvelopeSchemas.everything(kind, targets)),
                        Examples.of(
                                request, examples.everything(kind, first.name(), target, found)));
        return byId(kind, operation, response, parameters.everything(kind));
    }

    private Operation byId(
            RecordKind<?> kind,
            Operation operation,
            APIResponse response,
            List<ParameterDoc> named) {
        operation.addParameter(ParameterModels.id(kind, examples.firstId(kind)));
        ParameterModels.addTo(operation, named).addParameter(ParameterModels.requestId());
        APIResponses responses = Responses.ok(HeaderModels.on(response, HeaderModels.OF_ANSWER));
        return operation.responses(
                ProblemResponses.on(
                        responses,
                        Problem.BAD_REQUEST,
                        Problem.NOT_FOUND,
                        Problem.METHOD_NOT_ALLOWED,
                        Problem.UNPROCESSABLE));
    }
}
