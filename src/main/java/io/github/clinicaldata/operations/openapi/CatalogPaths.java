package io.github.clinicaldata.operations.openapi;

import static io.github.clinicaldata.operations.openapi.SchemaModels.list;
import static io.github.clinicaldata.operations.openapi.SchemaModels.number;
import static io.github.clinicaldata.operations.openapi.SchemaModels.schema;
import static io.github.clinicaldata.operations.openapi.SchemaModels.text;

import io.github.clinicaldata.operations.openapi.ProblemResponses.Problem;
import io.github.clinicaldata.plan.Catalog;
import io.github.clinicaldata.record.RecordKind;
import io.github.clinicaldata.transport.http.Kinds;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** What there is. */
@Singleton
final class CatalogPaths implements PathGroup {
    /** The tag of the operations. */
    static final String TAG = "catalog";

    private static final String ALL = "/api/v1/kinds";
    private static final String ONE = ALL + "/{name}";

    private final Catalog catalog;
    private final Kinds kinds;
    private final Examples examples;

    CatalogPaths(Catalog catalog, Kinds kinds, Examples examples) {
        this.catalog = catalog;
        this.kinds = kinds;
        this.examples = examples;
    }

    /** Adds the schemas. */
    @Override
    public void addSchemas(Components components) {
        components.addSchema(
                "Kind",
                object("A kind of record")
                        .addProperty("name", text().description("Name in URLs"))
                        .addProperty("description", text().description("What it holds"))
                        .addProperty("formats", list(named("media_type")))
                        .addProperty("parameters", list(parameter()))
                        .addProperty("relations", list(named("target")))
                        .required(
                                List.of(
                                        "name",
                                        "description",
                                        "formats",
                                        "parameters",
                                        "relations")));
        components.addSchema(
                "Kinds",
                object("All kinds")
                        .addProperty("kinds", list(SchemaModels.reference("Kind")))
                        .required(List.of("kinds")));
    }

    private static Schema parameter() {
        return object("A parameter of the kind's stream")
                .addProperty("name", text())
                .addProperty("description", text())
                .addProperty("type", text())
                .addProperty("default", text())
                .addProperty("low", number())
                .addProperty("high", number())
                .addProperty("words", list(text()))
                .addProperty("example", text())
                .required(List.of("name", "description", "type"));
    }

    private static Schema named(String further) {
        return object("By name")
                .addProperty("name", text())
                .addProperty("description", text())
                .addProperty(further, text())
                .required(List.of("name", "description", further));
    }

    private static Schema object(String description) {
        return SchemaModels.object().description(description);
    }

    @Override
    public String tag() {
        return TAG;
    }

    @Override
    public String description() {
        return "What there is";
    }

    /** All paths. */
    @Override
    public Map<String, PathItem> all() {
        RecordKind<?> first = catalog.kinds().iterator().next();
        Parameter name =
                ParameterModels.path(
                        "name",
                        "Name of a kind.",
                        text().enumeration(
                                        catalog.kinds().stream()
                                                .map(RecordKind::name)
                                                .collect(Collectors.toList())),
                        first.name());
        return Map.of(
                ALL,
                path(
                        operation("listKinds", "All kinds with formats, parameters and relations"),
                        "Kinds",
                        ALL,
                        kinds.all()),
                ONE,
                path(
                        operation("getKind", "One kind").addParameter(name),
                        "Kind",
                        ALL + "/" + first.name(),
                        kinds.one(first.name()),
                        Problem.NOT_FOUND));
    }

    private static Operation operation(String id, String summary) {
        return OASFactory.createOperation().addTag(TAG).operationId(id).summary(summary);
    }

    private PathItem path(
            Operation operation, String schema, String request, Object data, Problem... further) {
        operation.addParameter(ParameterModels.requestId());
        operation.responses(
                ProblemResponses.on(
                        Responses.ok(
                                HeaderModels.on(
                                        Responses.json(
                                                summary(schema),
                                                EnvelopeSchemas.success(
                                                        SchemaModels.reference(schema)),
                                                Examples.of(
                                                        "GET " + request, examples.envelope(data))),
                                        HeaderModels.OF_ANSWER)),
                        Stream.concat(
                                        Stream.of(
                                                Problem.METHOD_NOT_ALLOWED, Problem.NOT_ACCEPTABLE),
                                        Stream.of(further))
                                .toArray(Problem[]::new)));
        return KindPaths.get(operation);
    }

    private static String summary(String schema) {
        return schema.equals("Kind") ? "The kind" : "The kinds";
    }
}
