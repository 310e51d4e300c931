package io.github.clinicaldata.operations.openapi;

import io.github.clinicaldata.config.GeneratorConfig;
import io.github.clinicaldata.format.FormatOption;
import io.github.clinicaldata.format.RecordFormat;
import io.github.clinicaldata.operations.openapi.ProblemResponses.Problem;
import io.github.clinicaldata.plan.Catalog;
import io.github.clinicaldata.plan.ParameterDoc;
import io.github.clinicaldata.plan.ParameterDocs;
import io.github.clinicaldata.record.RecordKind;
import io.github.clinicaldata.transport.http.SmallDownloads;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** The small downloads that older clients call. */
@Singleton
final class DownloadPaths {
    private static final String COUNT = "members_num";

    private final Catalog catalog;
    private final ParameterDocs parameters;
    private final RecordContent content;
    private final GeneratorConfig.LimitsConfig limits;

    DownloadPaths(
            Catalog catalog,
            ParameterDocs parameters,
            RecordContent content,
            GeneratorConfig config) {
        this.catalog = catalog;
        this.parameters = parameters;
        this.content = content;
        limits = config.limits();
    }

    /** The downloads, where the catalog has what they bring. */
    Map<String, PathItem> all() {
        Optional<RecordKind<?>> members = catalog.kind("members");
        Optional<RecordFormat> csv = catalog.format("csv");
        if (members.isEmpty() || csv.isEmpty()) {
            return Map.of();
        }
        return Map.of(
                "/members/csv",
                download(members.get(), csv.get(), "/members/csv", "downloadMembers"),
                "/api/v1/members/csv",
                download(members.get(), csv.get(), "/api/v1/members/csv", "downloadMembersV1"));
    }

    private PathItem download(RecordKind<?> kind, RecordFormat format, String path, String id) {
        Operation operation =
                OASFactory.createOperation()
                        .addTag(kind.name())
                        .operationId(id)
                        .summary("Members as CSV")
                        .description("A stream of a small number of members.")
                        .addParameter(count());
        ParameterModels.addTo(operation, shared(kind)).addParameter(ParameterModels.requestId());
        APIResponse response =
                Responses.ok(
                        "The records",
                        OASFactory.createContent()
                                .addMediaType(
                                        format.mediaType(),
                                        content.records(kind, format, path + "?members_num=1", 1)));
        return KindPaths.get(
                operation.responses(
                        ProblemResponses.on(
                                Responses.ok(HeaderModels.on(response, HeaderModels.OF_STREAM)),
                                Problem.BAD_REQUEST,
                                Problem.METHOD_NOT_ALLOWED,
                                Problem.UNPROCESSABLE)));
    }

    /**
     * All parameters of the stream but those that the download sets, and those of other formats.
     */
    private List<ParameterDoc> shared(RecordKind<?> kind) {
        Set<String> ofOtherFormats =
                catalog.formats(kind).stream()
                        .flatMap(format -> format.options(kind).stream())
                        .map(FormatOption::name)
                        .collect(Collectors.toSet());
        return parameters.stream(kind).stream()
                .filter(doc -> !SmallDownloads.FIXED.contains(doc.name()))
                .filter(doc -> !ofOtherFormats.contains(doc.name()))
                .toList();
    }

    private Parameter count() {
        Schema schema =
                SchemaModels.number()
                        .minimum(BigDecimal.ONE)
                        .maximum(BigDecimal.valueOf(limits.maxRecordsPerRequest()))
                        .defaultValue(limits.defaultCount());
        return ParameterModels.query(COUNT, "Records at most.", schema, 10);
    }
}
