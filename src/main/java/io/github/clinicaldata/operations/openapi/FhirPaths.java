package io.github.clinicaldata.operations.openapi;

import io.github.clinicaldata.fhirapi.Presentation;
import io.github.clinicaldata.fhirapi.ResourceSources;
import io.github.clinicaldata.format.fhir.ResourceType;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/**
 * The main paths below {@code /fhir}. Which parameters each type takes, the CapabilityStatement
 * tells; the document does not repeat it.
 */
@Singleton
final class FhirPaths implements PathGroup {
    /** The tag of the operations. */
    static final String TAG = "fhir";

    /** What there is beside the operations. */
    static final String DESCRIPTION =
            "FHIR R4: reads, searches and operations. Refusals are OperationOutcomes.";

    private static final String BASE = FhirSchemas.BASE;
    private static final String REPORTS = "diagnostic-reports";

    private final ResourceSources sources;
    private final FhirPostPaths posts;
    private final Examples examples;

    FhirPaths(ResourceSources sources, FhirPostPaths posts, Examples examples) {
        this.sources = sources;
        this.posts = posts;
        this.examples = examples;
    }

    @Override
    public String tag() {
        return TAG;
    }

    @Override
    public String description() {
        return DESCRIPTION;
    }

    @Override
    public void addSchemas(Components components) {
        FhirSchemas.addTo(components);
    }

    /** All of them, where there are patients. */
    @Override
    public Map<String, PathItem> all() {
        if (!sources.types().contains(ResourceType.PATIENT)) {
            return Map.of();
        }
        String id = examples.firstId(sources.patients());
        Map<String, PathItem> items = new LinkedHashMap<>();
        items.put(
                BASE + "metadata",
                path(operation("fhirMetadata", "The CapabilityStatement"), BASE + "metadata"));
        items.put(BASE + "{type}", path(search().addParameter(type()), BASE + "Patient?_count=1"));
        items.put(
                BASE + "{type}/{id}",
                path(
                        operation("fhirRead", "One resource, made again from its id")
                                .addParameter(type())
                                .addParameter(id(id)),
                        BASE + "Patient/" + id));
        String everything = BASE + "Patient/" + id + "/$everything";
        items.put(
                BASE + "Patient/{id}/$everything",
                path(
                                operation(
                                                "fhirEverything",
                                                "All resources of a patient, and the providers and"
                                                        + " payers that they refer to")
                                        .addParameter(id(id))
                                        .addParameter(
                                                query(
                                                        "_type",
                                                        "Types with commas between.",
                                                        "Patient"))
                                        .addParameter(count()),
                                everything + "?_type=Patient")
                        .POST(posts.everything(everything).addParameter(id(id))));
        items.putAll(groups());
        items.putAll(posted());
        return items;
    }

    private static Map<String, PathItem> groups() {
        return Map.of(
                BASE + "Group",
                path(operation("fhirGroups", "The groups that can be exported"), BASE + "Group"),
                BASE + "Group/{id}",
                path(
                        operation("fhirGroup", "One group").addParameter(id("all")),
                        BASE + "Group/all"));
    }

    private Map<String, PathItem> posted() {
        return Map.of(
                BASE + "{type}/_search",
                post(posts.search().addParameter(type())),
                BASE + "$validate",
                post(posts.validate("fhirValidate", BASE + "$validate")),
                BASE + "{type}/$validate",
                post(
                        posts.validate("fhirValidateType", BASE + "Patient/$validate")
                                .addParameter(type())),
                BASE + REPORTS,
                post(posts.reports("fhirDiagnosticReports", BASE + REPORTS)),
                "/api/v1" + BASE + REPORTS,
                post(posts.reports("diagnosticReports", "/api/v1" + BASE + REPORTS)));
    }

    private static PathItem post(Operation operation) {
        return OASFactory.createPathItem().POST(operation);
    }

    private static Operation operation(String id, String summary) {
        return OASFactory.createOperation().addTag(TAG).operationId(id).summary(summary);
    }

    private static Operation search() {
        return operation("fhirSearch", "A page of resources of a type")
                .description(
                        "By patient too, of the types that are of one. Which parameters a type"
                                + " takes, /fhir/metadata tells; others are refused, or passed over"
                                + " with Prefer: handling=lenient.")
                .addParameter(query("_id", "Ids with commas between.", "nobody"))
                .addParameter(
                        query(
                                "identifier",
                                "Value, or system and value with a bar between.",
                                "http://hl7.org/fhir/sid/us-ssn|900-01-0001"))
                .addParameter(query("name", "Beginning of any part of the name.", "smi"))
                .addParameter(
                        query("birthdate", "Date, with a prefix such as ge or none.", "ge1990"))
                .addParameter(count());
    }

    private static Parameter count() {
        return query("_count", "Entries of a page at most.", 2).schema(SchemaModels.number());
    }

    private static Parameter query(String name, String description, Object example) {
        return ParameterModels.query(name, description, SchemaModels.text(), example);
    }

    private Parameter type() {
        List<Object> names =
                sources.types().stream().map(type -> (Object) type.typeName()).toList();
        Schema schema = SchemaModels.text().enumeration(names);
        return ParameterModels.path("type", "Type of the resources", schema, "Patient");
    }

    private static Parameter id(String example) {
        return ParameterModels.path("id", "Id of the resource", SchemaModels.text(), example);
    }

    private static PathItem path(Operation operation, String example) {
        operation.addParameter(ParameterModels.requestId());
        return KindPaths.get(operation.responses(good("GET", example)));
    }

    /** A resource in JSON or XML, or an OperationOutcome. */
    static APIResponses good(String method, String example) {
        APIResponse good =
                Responses.ok(
                        "As JSON or XML",
                        OASFactory.createContent()
                                .addMediaType(
                                        Presentation.JSON_TYPE, Responses.binary(method, example))
                                .addMediaType(
                                        Presentation.XML_TYPE, Responses.binary(method, example)));
        return refusals(Responses.ok(good));
    }

    /** Adds what all refusals below {@code /fhir} are. */
    static APIResponses refusals(APIResponses responses) {
        return responses.addAPIResponse(
                "default",
                OASFactory.createAPIResponse()
                        .description("An OperationOutcome that says what is wrong")
                        .content(FhirSchemas.outcome(Presentation.JSON_TYPE)));
    }
}
