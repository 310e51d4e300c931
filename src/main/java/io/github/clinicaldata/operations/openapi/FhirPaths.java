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
            "FHIR R4: reads, searches and operations. Bulk exports ($export of the system, of"
                + " Patient and of Group/{id}, with Prefer: respond-async), $validate and POST"
                + " /api/v1/fhir/diagnostic-reports are told of in docs/fhir-api.md. Refusals are"
                + " OperationOutcomes.";

    private static final String BASE = FhirSchemas.BASE;

    private final ResourceSources sources;
    private final Examples examples;

    FhirPaths(ResourceSources sources, Examples examples) {
        this.sources = sources;
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
        items.put(
                BASE + "Patient/{id}/$everything",
                path(
                        operation(
                                        "fhirEverything",
                                        "All resources of a patient, and the providers and payers"
                                                + " that they refer to")
                                .addParameter(id(id))
                                .addParameter(
                                        query("_type", "Types with commas between.", "Patient"))
                                .addParameter(count()),
                        BASE + "Patient/" + id + "/$everything?_type=Patient"));
        return items;
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
        return OASFactory.createParameter()
                .name(name)
                .in(Parameter.In.QUERY)
                .description(description)
                .schema(SchemaModels.text())
                .example(example);
    }

    private Parameter type() {
        List<Object> names =
                sources.types().stream().map(type -> (Object) type.typeName()).toList();
        Schema schema = SchemaModels.text().enumeration(names);
        return OASFactory.createParameter()
                .name("type")
                .in(Parameter.In.PATH)
                .required(true)
                .description("Type of the resources")
                .schema(schema)
                .example("Patient");
    }

    private static Parameter id(String example) {
        return OASFactory.createParameter()
                .name("id")
                .in(Parameter.In.PATH)
                .required(true)
                .description("Id of the resource")
                .schema(SchemaModels.text())
                .example(example);
    }

    private static PathItem path(Operation operation, String example) {
        APIResponse good =
                Responses.ok(
                        "As JSON or XML",
                        OASFactory.createContent()
                                .addMediaType(Presentation.JSON_TYPE, Responses.binary(example))
                                .addMediaType(Presentation.XML_TYPE, Responses.binary(example)));
        operation.addParameter(ParameterModels.requestId());
        return KindPaths.get(
                operation.responses(
                        Responses.ok(good)
                                .addAPIResponse(
                                        "default",
                                        OASFactory.createAPIResponse()
                                                .description(
                                                        "An OperationOutcome that says what is"
                                                                + " wrong")
                                                .content(
                                                        FhirSchemas.outcome(
                                                                Presentation.JSON_TYPE)))));
    }
}
