package io.github.clinicaldata.operations.openapi;

import static io.github.clinicaldata.operations.openapi.SchemaModels.list;
import static io.github.clinicaldata.operations.openapi.SchemaModels.number;
import static io.github.clinicaldata.operations.openapi.SchemaModels.object;
import static io.github.clinicaldata.operations.openapi.SchemaModels.reference;
import static io.github.clinicaldata.operations.openapi.SchemaModels.schema;
import static io.github.clinicaldata.operations.openapi.SchemaModels.text;

import io.github.clinicaldata.record.RecordKind;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** Schemas of what is round the records: the envelope, pages and problems. */
final class EnvelopeSchemas {
    private EnvelopeSchemas() {}

    /** Adds the schemas that do not depend on a kind. */
    static void addTo(Components components) {
        components.addSchema("Meta", meta());
        components.addSchema("FieldProblem", fieldProblem());
        components.addSchema("ErrorEnvelope", errorEnvelope());
        components.addSchema("ProblemDetails", problemDetails());
    }

    private static Schema meta() {
        return object().description("About the answer")
                .addProperty("version", text().description("Version of the product"))
                .addProperty(
                        "request_id",
                        text().description("Id of the request, as in the header X-Request-ID"))
                .required(List.of("version", "request_id"));
    }

    private static Schema fieldProblem() {
        return object().description("What is wrong with one part of a request")
                .addProperty("field", text().description("The parameter, header or field"))
                .addProperty("issue", text().description("What was given and what is allowed"))
                .required(List.of("field", "issue"));
    }

    private static Schema problems() {
        return list(reference("FieldProblem"));
    }

    private static Schema errorEnvelope() {
        Schema error =
                object().addProperty("code", text().description("A word that stays the same"))
                        .addProperty("message", text().description("For people"))
                        .addProperty("details", problems())
                        .required(List.of("code", "message", "details"));
        return object().description("A bad answer")
                .addProperty("success", schema().constValue(false))
                .addProperty("error", error)
                .addProperty("meta", reference("Meta"))
                .required(List.of("success", "error", "meta"));
    }

    private static Schema problemDetails() {
        return object().description("A bad answer as RFC 9457 has it, where the client accepts it")
                .addProperty("type", text().format("uri-reference"))
                .addProperty("title", text().description("A word that stays the same"))
                .addProperty("status", schema().addType(SchemaType.INTEGER))
                .addProperty("detail", text().description("For people"))
                .addProperty("instance", text().description("urn:request: and the request's id"))
                .addProperty("errors", problems())
                .required(List.of("type", "title", "status", "detail", "instance", "errors"));
    }

    /** A good answer round some data. */
    static Schema success(Schema data) {
        return object().addProperty("success", schema().constValue(true))
                .addProperty("data", data)
                .addProperty("meta", reference("Meta"))
                .required(List.of("success", "data", "meta"));
    }

    /** Records of a kind with their number. */
    static Schema records(RecordKind<?> kind) {
        return object().addProperty("records", recordArray(kind))
                .addProperty("record_count", number().description("How many records there are"))
                .required(List.of("records", "record_count"));
    }

    /**
     * A record with what belongs to it.
     *
     * @param targets the kinds of what belongs to it, by the name of the relation
     */
    static Schema everything(RecordKind<?> kind, Map<String, RecordKind<?>> targets) {
        Schema related = object().description("What belongs to the record, by relation");
        targets.forEach((name, target) -> related.addProperty(name, records(target)));
        return object().addProperty("record", reference(kind.schema().name()))
                .addProperty("related", related)
                .required(List.of("record", "related"));
    }

    /** A page of records of a kind. */
    static Schema page(RecordKind<?> kind) {
        return records(kind)
                .addProperty("format", schema().constValue("json"))
                .addProperty("offset", number().description("Index at which the page begins"))
                .addProperty(
                        "next_offset",
                        number().description("Where the next page begins; absent after the last"))
                .addProperty("population", text().description("Name of the population"))
                .required(List.of("records", "record_count", "format", "offset", "population"));
    }

    static Schema recordArray(RecordKind<?> kind) {
        return list(reference(kind.schema().name()));
    }
}
