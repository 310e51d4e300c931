package io.github.clinicaldata.operations.openapi;

import static io.github.clinicaldata.operations.openapi.SchemaModels.list;
import static io.github.clinicaldata.operations.openapi.SchemaModels.number;
import static io.github.clinicaldata.operations.openapi.SchemaModels.object;
import static io.github.clinicaldata.operations.openapi.SchemaModels.schema;
import static io.github.clinicaldata.operations.openapi.SchemaModels.text;

import io.github.clinicaldata.config.GeneratorConfig;
import io.github.clinicaldata.format.x12.TransactionSet;
import io.github.clinicaldata.format.x12.X12Format;
import io.github.clinicaldata.plan.ParameterDoc;
import io.github.clinicaldata.record.RecordKind;
import io.github.clinicaldata.transport.http.edi.GenerationBody;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Schemas of what is asked and answered about X12. */
@Singleton
final class EdiSchemas {
    private final X12Format format;
    private final GenerationBody body;
    private final GeneratorConfig.LimitsConfig limits;

    EdiSchemas(X12Format format, GenerationBody body, GeneratorConfig config) {
        this.format = format;
        this.body = body;
        limits = config.limits();
    }

    /** Adds the schemas of answers. */
    static void addTo(Components components) {
        components.addSchema("EdiDocuments", object().addProperty("documents", list(document())));
        components.addSchema("EdiReport", report());
    }

    private static Schema flag() {
        return schema().addType(SchemaType.BOOLEAN);
    }

    private static Schema document() {
        Schema option =
                object().addProperty("name", text())
                        .addProperty("description", text())
                        .addProperty("default", text())
                        .addProperty("words", list(text()))
                        .addProperty("minimum", number())
                        .addProperty("maximum", number())
                        .required(List.of("name", "description", "default"));
        Schema links =
                object().addProperty("stream", text())
                        .addProperty("generate", text())
                        .addProperty("validate", text());
        return object().addProperty("name", text().description("As paths say it"))
                .addProperty("guide", text().description("As GS08 says it"))
                .addProperty("kind", text().description("The kind of its records"))
                .addProperty("description", text())
                .addProperty("usual", flag().description("Whether its kind is written so"))
                .addProperty("links", links)
                .addProperty("options", list(option))
                .required(List.of("name", "guide", "kind", "description", "links", "options"));
    }

    private static Schema report() {
        Schema sets =
                object().addProperty("total", number())
                        .addProperty("accepted", number().description("Without findings"))
                        .addProperty(
                                "accepted_with_errors",
                                number().description(
                                                "With findings of single claims, payments or"
                                                        + " members only"))
                        .addProperty(
                                "rejected", number().description("Of wrong syntax or structure"))
                        .required(List.of("total", "accepted", "accepted_with_errors", "rejected"));
        Schema finding =
                object().addProperty("position", number().description("Of the segment in the file"))
                        .addProperty("segment", text().description("Its tag"))
                        .addProperty("element", number().description("Its position, from 1"))
                        .addProperty("component", number().description("Its position, from 1"))
                        .addProperty("loop", text().description("As the guide names it"))
                        .addProperty("transaction", text().description("Control number of the set"))
                        .addProperty("code", text().description("A word that stays the same"))
                        .addProperty("message", text().description("For people"))
                        .required(List.of("code", "message"));
        return object().addProperty("accepted", flag().description("Whether nothing is wrong"))
                .addProperty("interchanges", number())
                .addProperty("groups", number())
                .addProperty("transaction_sets", sets)
                .addProperty("segments", number())
                .addProperty("finding_count", number().description("Of all findings"))
                .addProperty("findings", list(finding).description("The first ones"))
                .required(
                        List.of(
                                "accepted",
                                "interchanges",
                                "groups",
                                "transaction_sets",
                                "segments",
                                "finding_count",
                                "findings"));
    }

    /** The names of all transaction sets. */
    List<String> sets() {
        return format.sets().stream().map(TransactionSet::name).sorted().toList();
    }

    private Schema count() {
        return number().minimum(BigDecimal.ONE).maximum(BigDecimal.valueOf(body.most()));
    }

    /** What a body that asks for a file of claims may hold. */
    Schema generation(RecordKind<?> claims) {
        Schema claim =
                object().addProperty("diagnosis_code", text().description("ICD-10-CM, with a dot"))
                        .addProperty("service_code", text().description("Five characters"))
                        .additionalPropertiesBoolean(false);
        Schema all =
                object().addProperty("record_count", count().defaultValue(body.usualCount()))
                        .addProperty(
                                "segments",
                                count().description("Transaction sets that share the records"))
                        .addProperty("claim_data", claim)
                        .addProperty("output_format", text().enumeration(List.of("edi", "x12")))
                        .addProperty("include_metadata", flag());
        for (ParameterDoc doc : body.parameters(claims)) {
            Schema schema =
                    doc.name().equals("transaction")
                            ? text().enumeration(List.copyOf(sets()))
                            : ParameterModels.schema(doc);
            all.addProperty(doc.name(), schema.description(doc.description()));
        }
        return all.additionalPropertiesBoolean(false);
    }

    /** The parameters of a request to check a file. */
    List<Parameter> parametersOfValidation() {
        return List.of(
                ParameterModels.query(
                        "format",
                        "How the file is answered; goes before the header Accept, by which"
                                + " application/EDI-X12 asks for a 999.",
                        text().enumeration(List.of("json", "999", "277ca")),
                        "277ca"),
                ParameterModels.query(
                        "limit",
                        "Findings of a report at most; all are counted.",
                        number().minimum(BigDecimal.ONE)
                                .maximum(BigDecimal.valueOf(limits.maxPage()))
                                .defaultValue(limits.defaultPage()),
                        10));
    }
}
