package io.github.clinicaldata.operations.openapi;

import static io.github.clinicaldata.operations.openapi.SchemaModels.object;

import io.github.clinicaldata.fhirapi.Presentation;
import io.github.clinicaldata.operations.openapi.ProblemResponses.Problem;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** What is posted to the FHIR server. */
@Singleton
final class FhirPostPaths {
    private static final String FORM = "application/x-www-form-urlencoded";

    private final Examples examples;

    FhirPostPaths(Examples examples) {
        this.examples = examples;
    }

    private static Operation operation(String id, String summary) {
        return Operations.of(FhirPaths.TAG, id, summary);
    }

    private RequestBody resource(String description, String name, String example) {
        return Bodies.of(
                Presentation.JSON_TYPE,
                object().description(description).additionalPropertiesBoolean(true),
                name,
                examples.parse(example));
    }

    /** A search by a form. */
    Operation search() {
        return operation("fhirPostSearch", "A page of resources of a type, by a form")
                .description("As the search by GET; what stands in the URL holds too.")
                .requestBody(
                        Bodies.of(
                                FORM,
                                object().additionalPropertiesSchema(SchemaModels.text()),
                                "One resource",
                                "_count=1"))
                .responses(FhirPaths.good("POST", "/fhir/Patient/_search"));
    }

    /** The validator; of a type or of all. */
    Operation validate(String id, String example) {
        return operation(id, "What is wrong with a resource, by the definitions of FHIR R4")
                .description(
                        "An OperationOutcome, with 200 whatever is found. The resource may be in"
                                + " Parameters, and in XML.")
                .requestBody(
                        resource(
                                "A resource",
                                "A patient whose gender is none",
                                """
                                {"resourceType": "Patient", "gender": "unsaid"}
                                """))
                .responses(FhirPaths.good("POST", example));
    }

    /** All of a patient. */
    Operation everything(String example) {
        return operation("fhirPostEverything", "All resources of a patient, by Parameters")
                .requestBody(
                        resource(
                                "Parameters",
                                "The patient alone",
                                """
                                {"resourceType": "Parameters",
                                 "parameter": [{"name": "_type", "valueCode": "Patient"}]}
                                """))
                .responses(FhirPaths.good("POST", example));
    }

    /** Reports as older clients ask for them. */
    Operation reports(String id, String path) {
        Schema body =
                object().description(
                                "How many reports, and the parameters of the stream of reports")
                        .addProperty("record_count", SchemaModels.number())
                        .addRequired("record_count")
                        .additionalPropertiesBoolean(true);
        Content content =
                OASFactory.createContent()
                        .addMediaType(Presentation.JSON_TYPE, Responses.binary("POST", path));
        APIResponse good = Responses.ok("A DiagnosticReport, or a Bundle of several", content);
        APIResponses responses = Responses.ok(HeaderModels.on(good, HeaderModels.OF_ANSWER));
        if (path.startsWith(FhirSchemas.BASE)) {
            FhirPaths.refusals(responses);
        } else {
            ProblemResponses.on(
                    responses,
                    Problem.BAD_REQUEST,
                    Problem.METHOD_NOT_ALLOWED,
                    Problem.UNPROCESSABLE);
        }
        return operation(id, "Diagnostic reports as older clients ask for them")
                .requestBody(
                        Bodies.of(
                                "application/json",
                                body,
                                "One report",
                                examples.parse("{\"record_count\": 1}")))
                .responses(responses);
    }
}
