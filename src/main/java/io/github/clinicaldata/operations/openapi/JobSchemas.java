package io.github.clinicaldata.operations.openapi;

import static io.github.clinicaldata.operations.openapi.SchemaModels.list;
import static io.github.clinicaldata.operations.openapi.SchemaModels.number;
import static io.github.clinicaldata.operations.openapi.SchemaModels.object;
import static io.github.clinicaldata.operations.openapi.SchemaModels.reference;
import static io.github.clinicaldata.operations.openapi.SchemaModels.schema;
import static io.github.clinicaldata.operations.openapi.SchemaModels.text;

import io.github.clinicaldata.job.Jobs;
import io.github.clinicaldata.plan.ParameterDoc;
import io.github.clinicaldata.transport.http.ParameterFields;
import io.github.clinicaldata.transport.http.job.JobBody;
import io.github.clinicaldata.transport.http.job.JobQueries;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** Schemas of jobs and of the requests for them. */
final class JobSchemas {
    private static final int OLDEST = 120;

    private JobSchemas() {}

    /** Adds the schemas that do not depend on a kind. */
    static void addTo(Components components) {
        components.addSchema("Job", job());
        components.addSchema("JobProgress", progress());
    }

    private static Schema time(String description) {
        return text().format("date-time").description(description);
    }

    private static Schema job() {
        return object().description("A request whose answer is a file")
                .addProperty("id", text().format("uuid"))
                .addProperty("kind", text().description("What is generated"))
                .addProperty("status", text().enumeration(List.copyOf(JobQueries.states())))
                .addProperty(
                        "download_url",
                        text().format("uri-reference")
                                .description("Where the file is once the job is done"))
                .addProperty(
                        "record_count",
                        number().description(
                                        "Records at most; of a finished job, how many there are"))
                .addProperty("format", text().description("Name of the format"))
                .addProperty(
                        "file_size_bytes", number().description("Bytes that are written for good"))
                .addProperty("created_at", time("When the job was taken on"))
                .addProperty("started_at", time("When a worker first began with it"))
                .addProperty("completed_at", time("When it ended"))
                .addProperty("generated_at", time("When the file was finished"))
                .addProperty("expires_at", time("When the file goes"))
                .addProperty("progress", reference("JobProgress"))
                .addProperty("error", text().description("Why it failed"))
                .addProperty("metadata", metadata())
                .required(
                        List.of(
                                "id",
                                "kind",
                                "status",
                                "download_url",
                                "record_count",
                                "format",
                                "file_size_bytes",
                                "created_at",
                                "progress"));
    }

    private static Schema progress() {
        return object().description("How far a job is")
                .addProperty("records_done", number())
                .addProperty("records_per_second", number().description("0 where nobody knows"))
                .addProperty("seconds_left", number().description("Absent where nobody knows"))
                .addProperty("waits_for", text().description("What is in its way"))
                .required(List.of("records_done", "records_per_second"));
    }

    private static Schema metadata() {
        return object().description("About the file, where include_metadata was true")
                .addProperty(
                        "parameters",
                        object().description("Of the stream that has the same bytes")
                                .additionalPropertiesSchema(text()))
                .addProperty("sha256", text().pattern("^[0-9a-f]{64}$"))
                .required(List.of("parameters"));
    }

    /** A page of jobs. */
    static Schema page() {
        return object().addProperty("jobs", list(reference("Job")))
                .addProperty(
                        "next_cursor",
                        text().description("Cursor of the next page; absent after the last"))
                .required(List.of("jobs"));
    }

    /** The body of a request, with the older names of some fields. */
    static Schema body(List<ParameterDoc> parameters) {
        Schema body = object().description("Parameters of the stream that is to become a file");
        for (ParameterDoc doc : parameters) {
            if (!Jobs.OF_STREAMS_ONLY.contains(doc.name())) {
                body.addProperty(
                        doc.name(), ParameterModels.schema(doc).description(doc.description()));
            }
        }
        for (Map.Entry<String, String> other : ParameterFields.OTHER_NAMES.entrySet()) {
            named(parameters, other.getValue())
                    .ifPresent(doc -> body.addProperty(other.getKey(), other(other, doc)));
        }
        if (named(parameters, "age_min").isPresent()) {
            body.addProperty(ParameterFields.AGES, ages());
        }
        return body.addProperty(
                        JobBody.METADATA,
                        schema().addType(SchemaType.BOOLEAN)
                                .defaultValue(false)
                                .description("Whether the job tells about its file"))
                .additionalPropertiesBoolean(false);
    }

    private static Optional<ParameterDoc> named(List<ParameterDoc> parameters, String name) {
        return parameters.stream().filter(doc -> doc.name().equals(name)).findFirst();
    }

    private static Schema other(Map.Entry<String, String> other, ParameterDoc doc) {
        String description = "The same as %s, for older clients".formatted(other.getValue());
        return switch (other.getKey()) {
            case "output_format" -> text().description(description + "; edi means x12");
            case "ethnicity_filter" -> list(text()).description(description);
            default -> ParameterModels.schema(doc).description(description);
        };
    }

    private static Schema ages() {
        Schema age =
                schema().addType(SchemaType.INTEGER)
                        .minimum(BigDecimal.ZERO)
                        .maximum(BigDecimal.valueOf(OLDEST));
        return schema().addType(SchemaType.ARRAY)
                .items(age)
                .minItems(2)
                .maxItems(2)
                .description("Youngest and oldest age: age_min and age_max, for older clients");
    }
}
