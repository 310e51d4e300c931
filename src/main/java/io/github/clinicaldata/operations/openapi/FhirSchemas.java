package io.github.clinicaldata.operations.openapi;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** The schema of what refusals below {@code /fhir} are; resources have FHIR's own definitions. */
final class FhirSchemas {
    /** The paths whose refusals are of this schema begin so. */
    static final String BASE = "/fhir/";

    private static final String OUTCOME = "OperationOutcome";

    private FhirSchemas() {}

    /** Adds the schema. */
    static void addTo(Components components) {
        Schema issue =
                object("Something that is wrong")
                        .addProperty("severity", SchemaModels.text())
                        .addProperty(
                                "code",
                                SchemaModels.text()
                                        .description("Of FHIR's IssueType, such as login"))
                        .addProperty("diagnostics", SchemaModels.text().description("For people"))
                        .required(List.of("severity", "code"));
        components.addSchema(
                OUTCOME,
                object("A bad answer as FHIR R4 has it")
                        .addProperty("resourceType", SchemaModels.schema().constValue(OUTCOME))
                        .addProperty(
                                "issue",
                                SchemaModels.schema().addType(Schema.SchemaType.ARRAY).items(issue))
                        .required(List.of("resourceType", "issue")));
    }

    private static Schema object(String description) {
        return SchemaModels.schema().addType(Schema.SchemaType.OBJECT).description(description);
    }

    /** A bad answer's content in a media type. */
    static Content outcome(String mediaType) {
        return OASFactory.createContent()
                .addMediaType(
                        mediaType,
                        OASFactory.createMediaType().schema(SchemaModels.reference(OUTCOME)));
    }
}
