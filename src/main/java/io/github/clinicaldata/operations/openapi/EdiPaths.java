package io.github.clinicaldata.operations.openapi;

import static io.github.clinicaldata.operations.openapi.SchemaModels.reference;
import static io.github.clinicaldata.operations.openapi.SchemaModels.text;

import io.github.clinicaldata.format.x12.TransactionSet;
import io.github.clinicaldata.format.x12.X12Format;
import io.github.clinicaldata.format.x12.answer.Acknowledgment;
import io.github.clinicaldata.format.x12.validate.X12Reading;
import io.github.clinicaldata.format.x12.validate.X12Validator;
import io.github.clinicaldata.operations.openapi.ProblemResponses.Problem;
import io.github.clinicaldata.plan.Catalog;
import io.github.clinicaldata.plan.ParameterDoc;
import io.github.clinicaldata.plan.ParameterDocs;
import io.github.clinicaldata.record.RecordKind;
import io.github.clinicaldata.transport.http.edi.EdiDocuments;
import io.github.clinicaldata.transport.http.edi.EdiGeneration;
import io.github.clinicaldata.transport.http.edi.EdiValidation;
import io.github.clinicaldata.transport.http.edi.ValidationReport;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** X12: files on request, the transaction sets, and files that are checked. */
@Singleton
final class EdiPaths implements PathGroup {
    /** The tag of the operations. */
    static final String TAG = "edi";

    private static final String JSON = "application/json";
    private static final String USUAL = "837p";

    private final Catalog catalog;
    private final X12Format format;
    private final ParameterDocs parameters;
    private final EdiDocuments documents;
    private final EdiSchemas schemas;
    private final Examples examples;

    EdiPaths(
            Catalog catalog,
            X12Format format,
            ParameterDocs parameters,
            EdiDocuments documents,
            EdiSchemas schemas,
            Examples examples) {
        this.catalog = catalog;
        this.format = format;
        this.parameters = parameters;
        this.documents = documents;
        this.schemas = schemas;
        this.examples = examples;
    }

    @Override
    public String tag() {
        return TAG;
    }

    @Override
    public String description() {
        return "X12 files: made on request, and checked";
    }

    @Override
    public void addSchemas(Components components) {
        EdiSchemas.addTo(components);
    }

    /** All of them, where the catalog has claims to show them with. */
    @Override
    public Map<String, PathItem> all() {
        Optional<RecordKind<?>> claims = catalog.kind("claims");
        Map<String, PathItem> items = new LinkedHashMap<>();
        if (claims.isEmpty() || !format.supports(claims.get())) {
            return items;
        }
        String file = examples.stream(claims.get(), format, 1);
        for (String path : EdiGeneration.PATHS) {
            items.put(path, post(generate(path, claims.get(), file)));
        }
        for (String path : EdiDocuments.PATHS) {
            items.put(path, KindPaths.get(list(path)));
            items.put(path + "/{set}", KindPaths.get(stream(path, claims.get(), file)));
        }
        for (String path : EdiValidation.PATHS) {
            items.put(path, post(validate(path, file)));
        }
        return items;
    }

    private static PathItem post(Operation operation) {
        return OASFactory.createPathItem().POST(operation);
    }

    private static Operation operation(String id, String path, String summary) {
        return OASFactory.createOperation()
                .addTag(TAG)
                .operationId(path.startsWith("/api/v1") ? id + "V1" : id)
                .summary(summary);
    }

    private Operation generate(String path, RecordKind<?> claims, String file) {
        Operation operation =
                operation("generateEdi", path, "An X12 file of a few records")
                        .description(
                                "Streams one interchange. claim_data sets the principal diagnosis"
                                    + " and the first service of all claims; segments says over how"
                                    + " many transaction sets the records are dealt. Takes the"
                                    + " parameters of the records' stream as fields, too.")
                        .addParameter(ParameterModels.requestId())
                        .requestBody(
                                OASFactory.createRequestBody()
                                        .required(true)
                                        .content(
                                                content(
                                                        JSON,
                                                        schemas.generation(claims),
                                                        "POST " + path,
                                                        Map.of("record_count", 1))));
        APIResponse response =
                Responses.ok("The file", content(format.mediaType(), x12(), "POST " + path, file));
        return operation.responses(
                refusals(
                        ProblemResponses.on(
                                Responses.ok(HeaderModels.on(response, HeaderModels.OF_STREAM)),
                                Problem.BAD_REQUEST,
                                Problem.METHOD_NOT_ALLOWED,
                                Problem.UNPROCESSABLE)));
    }

    private static Schema x12() {
        return text().description("X12 005010");
    }

    private static Content content(String mediaType, Schema schema, String request, Object value) {
        return OASFactory.createContent()
                .addMediaType(mediaType, Responses.shown(schema, Examples.of(request, value)));
    }

    private static APIResponses refusals(APIResponses responses) {
        return responses
                .addAPIResponse("413", refusal("The body is larger than the limit it names"))
                .addAPIResponse("415", refusal("The body is of another type or packing"));
    }

    private static APIResponse refusal(String description) {
        APIResponse response =
                Responses.ok(
                        description,
                        OASFactory.createContent()
                                .addMediaType(
                                        JSON,
                                        OASFactory.createMediaType()
                                                .schema(reference("ErrorEnvelope"))));
        return HeaderModels.on(response, HeaderModels.OF_ANSWER);
    }

    private Operation list(String path) {
        APIResponse response =
                Responses.json(
                        "The transaction sets",
                        EnvelopeSchemas.success(reference("EdiDocuments")),
                        Examples.of("GET " + path, examples.envelope(documents.documents())));
        return operation("listEdiDocuments", path, "The X12 transaction sets")
                .addParameter(ParameterModels.requestId())
                .responses(
                        ProblemResponses.on(
                                Responses.ok(HeaderModels.on(response, HeaderModels.OF_ANSWER)),
                                Problem.METHOD_NOT_ALLOWED,
                                Problem.NOT_ACCEPTABLE,
                                Problem.UNPROCESSABLE));
    }

    private Operation stream(String path, RecordKind<?> claims, String file) {
        Operation operation =
                operation("streamEdiDocument", path, "Stream a transaction set")
                        .description(
                                "As the stream of its kind with format=x12; takes the knobs and"
                                        + " filters of that kind, too.")
                        .addParameter(set());
        ParameterModels.addTo(operation, common(claims)).addParameter(ParameterModels.requestId());
        APIResponse response =
                Responses.ok(
                        "The file",
                        content(
                                format.mediaType(),
                                x12(),
                                "GET %s/%s?count=1".formatted(path, USUAL),
                                file));
        return operation.responses(
                ProblemResponses.on(
                        Responses.ok(HeaderModels.on(response, HeaderModels.OF_STREAM)),
                        Problem.BAD_REQUEST,
                        Problem.NOT_FOUND,
                        Problem.METHOD_NOT_ALLOWED,
                        Problem.UNPROCESSABLE));
    }

    private Parameter set() {
        return ParameterModels.path(
                "set",
                "Name of the transaction set",
                text().enumeration(List.copyOf(schemas.sets())),
                whole());
    }

    /** A set that writes all records of its kind, so that it goes with every parameter. */
    private String whole() {
        return format.sets().stream()
                .filter(TransactionSet::writesAll)
                .map(TransactionSet::name)
                .findFirst()
                .orElse(USUAL);
    }

    /** The parameters that the streams of all kinds with X12 take. */
    private List<ParameterDoc> common(RecordKind<?> claims) {
        List<List<String>> ofKinds =
                format.sets().stream()
                        .map(set -> catalog.kind(set.kind()).orElseThrow())
                        .map(kind -> parameters.stream(kind).stream())
                        .map(docs -> docs.map(ParameterDoc::name).toList())
                        .toList();
        return parameters.stream(claims).stream()
                .filter(doc -> !EdiDocuments.FIXED.contains(doc.name()))
                .filter(doc -> ofKinds.stream().allMatch(names -> names.contains(doc.name())))
                .toList();
    }

    private Operation validate(String path, String file) {
        X12Reading reading = read(file);
        Content content =
                content(
                        JSON,
                        EnvelopeSchemas.success(reference("EdiReport")),
                        "POST " + path,
                        examples.envelope(ValidationReport.of(reading.report())));
        content.addMediaType(
                format.mediaType(),
                Responses.shown(
                        x12(),
                        Examples.of(
                                "POST " + path,
                                new String(
                                        Acknowledgment.of(reading.submission()),
                                        StandardCharsets.US_ASCII))));
        Operation operation =
                operation("validateEdi", path, "Check an X12 file")
                        .description(
                                "Reads the file while it is sent and says what is wrong with it, by"
                                    + " the schema of its guide and by rules that no schema says:"
                                    + " as a report, or as a 999 or a 277CA. The body may be packed"
                                    + " by gzip.")
                        .requestBody(
                                OASFactory.createRequestBody()
                                        .required(true)
                                        .content(
                                                content(
                                                        format.mediaType(),
                                                        x12(),
                                                        "POST " + path,
                                                        file)));
        schemas.parametersOfValidation().forEach(operation::addParameter);
        operation.addParameter(ParameterModels.requestId());
        APIResponses responses =
                refusals(
                        ProblemResponses.on(
                                Responses.ok(
                                        HeaderModels.on(
                                                Responses.ok("What was found", content),
                                                HeaderModels.OF_ANSWER)),
                                Problem.BAD_REQUEST,
                                Problem.METHOD_NOT_ALLOWED,
                                Problem.NOT_ACCEPTABLE,
                                Problem.UNPROCESSABLE));
        return operation.responses(
                responses
                        .addAPIResponse("408", refusal("The client sent nothing for too long"))
                        .addAPIResponse("503", refusal("Too many files are read now")));
    }

    private static X12Reading read(String file) {
        try {
            return X12Validator.read(
                    new ByteArrayInputStream(file.getBytes(StandardCharsets.US_ASCII)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
