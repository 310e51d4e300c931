package io.github.clinicaldata.operations.openapi;

import io.github.clinicaldata.format.hl7v2.Hl7Format;
import io.github.clinicaldata.format.hl7v2.validate.Hl7Validator;
import io.github.clinicaldata.operations.openapi.ProblemResponses.Problem;
import io.github.clinicaldata.transport.http.Hl7Answer;
import io.github.clinicaldata.transport.http.Hl7Resource;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** What says what is wrong with HL7 v2 messages. */
@Singleton
final class Hl7Paths implements PathGroup {
    /** The tag of what reads files back. */
    static final String TAG = "validation";

    private static final String NAME = "Hl7Report";

    private final Examples examples;

    Hl7Paths(Examples examples) {
        this.examples = examples;
    }

    /** Adds the schema. */
    @Override
    public void addSchemas(Components components) {
        Schema counts =
                object("How many messages there are of each type")
                        .additionalPropertiesSchema(SchemaModels.number());
        components.addSchema(
                NAME,
                object("What was found in a file of HL7 v2 messages")
                        .addProperty("accepted", flag())
                        .addProperty(
                                "framing",
                                SchemaModels.text()
                                        .description("er7, mllp, or empty without a message"))
                        .addProperty("message_count", number("Messages"))
                        .addProperty("message_types", counts)
                        .addProperty("error_count", number("Errors in all"))
                        .addProperty("warning_count", number("Warnings in all"))
                        .addProperty("findings", array(finding()))
                        .required(
                                List.of(
                                        "accepted",
                                        "framing",
                                        "message_count",
                                        "message_types",
                                        "error_count",
                                        "warning_count",
                                        "findings")));
    }

    private static Schema object(String description) {
        return SchemaModels.schema().addType(Schema.SchemaType.OBJECT).description(description);
    }

    private static Schema array(Schema items) {
        return SchemaModels.schema().addType(Schema.SchemaType.ARRAY).items(items);
    }

    private static Schema flag() {
        return SchemaModels.schema()
                .addType(Schema.SchemaType.BOOLEAN)
                .description("Whether there is a message and no error");
    }

    private static Schema number(String description) {
        return SchemaModels.number().description(description);
    }

    private static Schema finding() {
        return object("Something that is wrong; the first hundred are told")
                .addProperty("message", number("Position of the message, from 1"))
                .addProperty("control_id", SchemaModels.text().description("MSH-10"))
                .addProperty("segment", SchemaModels.text().description("Tag of the segment"))
                .addProperty("occurrence", number("Which of the segments with this tag"))
                .addProperty("field", number("Position of the field, or 0"))
                .addProperty("component", number("Position of the component, or 0"))
                .addProperty("severity", SchemaModels.text().description("error or warning"))
                .addProperty("code", SchemaModels.text().description("A word that stays the same"))
                .addProperty("text", SchemaModels.text().description("What is wrong, for people"))
                .required(List.of("message", "segment", "field", "severity", "code", "text"));
    }

    @Override
    public String tag() {
        return TAG;
    }

    @Override
    public String description() {
        return "What is wrong with files that a client sends";
    }

    /** All paths. */
    @Override
    public Map<String, PathItem> all() {
        Operation operation =
                OASFactory.createOperation()
                        .addTag(TAG)
                        .operationId("validateHl7v2")
                        .summary("Validate HL7 v2 messages")
                        .description(
                                "Reads v2.5.1 messages, one after the other or framed by MLLP, and"
                                        + " says what is wrong with them: the standard's structures"
                                        + " and data types, and rules of VXU^V04 (CDC's guide),"
                                        + " ORU^R01 and ADT.")
                        .addParameter(ParameterModels.requestId())
                        .requestBody(
                                OASFactory.createRequestBody()
                                        .description("Messages")
                                        .content(
                                                OASFactory.createContent()
                                                        .addMediaType(
                                                                Hl7Format.MEDIA_TYPE,
                                                                OASFactory.createMediaType()
                                                                        .schema(
                                                                                SchemaModels
                                                                                        .text()))));
        operation.responses(
                ProblemResponses.on(
                        Responses.ok(answer()),
                        Problem.METHOD_NOT_ALLOWED,
                        Problem.TOO_LARGE,
                        Problem.UNPROCESSABLE));
        return Map.of(Hl7Resource.PATH, OASFactory.createPathItem().POST(operation));
    }

    /** The example is the answer to an empty body. */
    private APIResponse answer() {
        try {
            Hl7Answer empty = Hl7Answer.of(Hl7Validator.validate(InputStream.nullInputStream(), 1));
            APIResponse response =
                    Responses.json(
                            "What was found",
                            EnvelopeSchemas.success(SchemaModels.reference(NAME)),
                            Examples.of("POST " + Hl7Resource.PATH, examples.envelope(empty)));
            return HeaderModels.on(response, HeaderModels.OF_ANSWER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
