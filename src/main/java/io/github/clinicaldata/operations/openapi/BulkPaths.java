package io.github.clinicaldata.operations.openapi;

import static io.github.clinicaldata.operations.openapi.SchemaModels.list;
import static io.github.clinicaldata.operations.openapi.SchemaModels.object;
import static io.github.clinicaldata.operations.openapi.SchemaModels.text;

import io.github.clinicaldata.fhirapi.Presentation;
import io.github.clinicaldata.fhirapi.ResourceSources;
import io.github.clinicaldata.format.fhir.ResourceType;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** Bulk exports of FHIR: begun, asked about, and downloaded file by file. */
@Singleton
final class BulkPaths implements PathGroup {
    private static final String TAG = "fhir-bulk";
    private static final String BASE = FhirSchemas.BASE;
    private static final String EXPORT = "1767225600000-JGV4cG9ydA";
    private static final String ONE = BASE + "bulk/{export}";
    private static final String URL = "http://localhost:8080" + BASE + "bulk/" + EXPORT;

    private final ResourceSources sources;
    private final Examples examples;

    BulkPaths(ResourceSources sources, Examples examples) {
        this.sources = sources;
        this.examples = examples;
    }

    @Override
    public String tag() {
        return TAG;
    }

    @Override
    public String description() {
        return "Bulk Data Access 2.0: exports of all, of patients and of groups";
    }

    @Override
    public Map<String, PathItem> all() {
        if (!sources.types().contains(ResourceType.PATIENT)) {
            return Map.of();
        }
        return Map.of(
                BASE + "$export",
                export("System", "of all"),
                BASE + "Patient/$export",
                export("Patient", "of all patients"),
                BASE + "Group/{id}/$export",
                group(),
                ONE,
                OASFactory.createPathItem().GET(status()).DELETE(delete()),
                ONE + "/{file}",
                KindPaths.get(file()));
    }

    private static Operation operation(String id, String summary) {
        return Operations.of(TAG, id, summary);
    }

    private PathItem group() {
        PathItem item = export("Group", "of a group");
        Parameter group = ParameterModels.path("id", "Id of the group", text(), "all");
        item.getGET().addParameter(group);
        item.getPOST().addParameter(group);
        return item;
    }

    private PathItem export(String id, String whose) {
        Operation get = begins(operation("fhirExport" + id, "Begin an export " + whose));
        get.addParameter(
                        ParameterModels.query(
                                "_type", "Types with commas between.", text(), "Patient"))
                .addParameter(
                        ParameterModels.query(
                                "_since",
                                "Only resources that changed after this moment.",
                                text().format("date-time"),
                                "2025-12-01T00:00:00Z"))
                .addParameter(
                        ParameterModels.query(
                                "_outputFormat",
                                "Always NDJSON.",
                                text(),
                                "application/fhir+ndjson"))
                .addParameter(
                        ParameterModels.query(
                                "_members",
                                "The first members, rounded up to whole blocks of 64.",
                                SchemaModels.number(),
                                64));
        Object parameters =
                examples.parse(
                        """
                        {"resourceType": "Parameters",
                         "parameter": [{"name": "_type", "valueCode": "Patient"}]}
                        """);
        Operation post =
                begins(
                                operation(
                                        "fhirPostExport" + id,
                                        "Begin an export " + whose + ", by Parameters"))
                        .requestBody(
                                Bodies.of(
                                        Presentation.JSON_TYPE,
                                        object().additionalPropertiesBoolean(true),
                                        "Patients alone",
                                        parameters));
        return OASFactory.createPathItem().GET(get).POST(post);
    }

    private static Operation begins(Operation operation) {
        APIResponse begun =
                answer("It has begun")
                        .addHeader("Content-Location", header("Where its state is").example(URL));
        return operation
                .addParameter(
                        OASFactory.createParameter()
                                .name("Prefer")
                                .in(Parameter.In.HEADER)
                                .required(true)
                                .description("Exports are made asynchronously only.")
                                .schema(text())
                                .example("respond-async"))
                .responses(FhirPaths.refusals(responses("202", begun)));
    }

    private Operation status() {
        Schema file =
                object().addProperty("type", text())
                        .addProperty("url", text())
                        .addProperty("count", SchemaModels.number())
                        .required(List.of("type", "url"));
        Schema manifest =
                object().addProperty("transactionTime", text().format("date-time"))
                        .addProperty("request", text())
                        .addProperty(
                                "requiresAccessToken",
                                SchemaModels.schema().addType(SchemaType.BOOLEAN))
                        .addProperty("output", list(file))
                        .addProperty("deleted", list(file))
                        .addProperty("error", list(file))
                        .required(
                                List.of(
                                        "transactionTime",
                                        "request",
                                        "requiresAccessToken",
                                        "output",
                                        "error"));
        Object example =
                examples.parse(
                        """
                        {"transactionTime": "2026-01-01T00:00:00Z",
                         "request": "http://localhost:8080/fhir/$export?_type=Patient",
                         "requiresAccessToken": false,
                         "output": [{"type": "Patient", "url": "%s/Patient-0.ndjson",
                                     "count": 1024}],
                         "deleted": [], "error": []}
                        """
                                .formatted(URL));
        APIResponse ready =
                Responses.answer(
                        "The manifest", "GET " + BASE + "bulk/" + EXPORT, manifest, example);
        APIResponse waiting =
                answer("It is being prepared")
                        .addHeader("X-Progress", header("How far it is"))
                        .addHeader("Retry-After", header("Seconds until it may be asked again"));
        return one(
                operation("fhirExportStatus", "The state of an export, and at last its files"),
                responses("202", waiting).addAPIResponse("200", ready));
    }

    private static Operation delete() {
        return one(
                operation("fhirExportDelete", "Give up an export, or remove it"),
                responses("202", answer("It is gone")));
    }

    private static Operation file() {
        Content content =
                OASFactory.createContent()
                        .addMediaType(
                                "application/fhir+ndjson",
                                Responses.binary(BASE + "bulk/" + EXPORT + "/Patient-0.ndjson"));
        APIResponse response =
                HeaderModels.on(
                        Responses.ok("The resources, one a line", content), HeaderModels.OF_ANSWER);
        return one(
                operation("fhirExportFile", "A file of an export, whole or a range of it")
                        .addParameter(
                                ParameterModels.path(
                                        "file",
                                        "Name of the file, as the manifest has it",
                                        text(),
                                        "Patient-0.ndjson")),
                Responses.ok(response));
    }

    private static Operation one(Operation operation, APIResponses responses) {
        return operation
                .addParameter(
                        ParameterModels.path(
                                "export",
                                "What the Content-Location of the export ends with",
                                text(),
                                EXPORT))
                .responses(FhirPaths.refusals(responses));
    }

    private static APIResponses responses(String status, APIResponse response) {
        return OASFactory.createAPIResponses().addAPIResponse(status, response);
    }

    private static APIResponse answer(String description) {
        return HeaderModels.on(
                OASFactory.createAPIResponse().description(description), HeaderModels.OF_ANSWER);
    }

    private static Header header(String description) {
        return OASFactory.createHeader().description(description).schema(text());
    }
}
