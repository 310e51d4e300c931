package io.github.clinicaldata.operations.openapi;

import io.github.clinicaldata.transport.http.ListParameters;
import io.github.clinicaldata.transport.http.job.JobQueries;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Parameters of the operations on jobs. */
final class JobParameters {
    private JobParameters() {}

    /** The key under which a request counts once. */
    static Parameter key() {
        return ParameterModels.of(
                "Idempotency-Key",
                Parameter.In.HEADER,
                "The same key with the same request brings the same job; with another one it is"
                        + " refused.",
                SchemaModels.text().minLength(1).maxLength(255),
                "nightly-2026-01-31");
    }

    /** The id of a job. */
    static Parameter id() {
        return ParameterModels.of(
                "id",
                Parameter.In.PATH,
                "Id of the job",
                SchemaModels.text().format("uuid"),
                JobExamples.ID);
    }

    /** What selects jobs. */
    static List<Parameter> ofList() {
        return List.of(
                ParameterModels.query(
                        "status",
                        "Only jobs in this state.",
                        SchemaModels.text().enumeration(List.copyOf(JobQueries.states())),
                        "done"),
                ParameterModels.query(
                        "kind", "Only jobs of this kind.", SchemaModels.text(), "members"),
                ParameterModels.query(
                        "limit",
                        "Jobs of the page at most.",
                        SchemaModels.number()
                                .minimum(BigDecimal.ONE)
                                .maximum(BigDecimal.valueOf(ListParameters.MOST)),
                        10),
                ParameterModels.query(
                        "cursor",
                        "The next_cursor of the page before.",
                        SchemaModels.text(),
                        JobExamples.CURSOR));
    }

    /** What selects bytes of a file. */
    static List<Parameter> ofDownload() {
        return List.of(
                ParameterModels.of(
                        "file",
                        Parameter.In.PATH,
                        "Name of the file, as download_url has it",
                        SchemaModels.text(),
                        JobExamples.FILE),
                ParameterModels.of(
                        "Range",
                        Parameter.In.HEADER,
                        "One range of bytes.",
                        SchemaModels.text(),
                        "bytes=0-99"));
    }
}
