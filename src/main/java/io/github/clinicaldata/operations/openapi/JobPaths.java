package io.github.clinicaldata.operations.openapi;

import io.github.clinicaldata.job.JobState;
import io.github.clinicaldata.operations.openapi.ProblemResponses.Problem;
import io.github.clinicaldata.plan.ParameterDocs;
import io.github.clinicaldata.record.RecordKind;
import jakarta.inject.Singleton;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.examples.Example;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** The paths of jobs. */
@Singleton
final class JobPaths implements PathGroup {
    /** Where jobs are. */
    static final String PATH = "/api/v1/jobs";

    /** The tag of the operations. */
    static final String TAG = "jobs";

    private static final String JSON = "application/json";
    private static final String FILES = "/downloads/";

    private final ParameterDocs parameters;
    private final Examples examples;
    private final JobExamples jobs;

    JobPaths(ParameterDocs parameters, Examples examples, JobExamples jobs) {
        this.parameters = parameters;
        this.examples = examples;
        this.jobs = jobs;
    }

    /** The path that takes on jobs of a kind. */
    Map<String, PathItem> of(RecordKind<?> kind) {
        String path = "/api/v1/" + kind.name() + "/generate";
        Operation operation =
                operation(
                                "generate" + ModelNames.capitalized(kind.name()),
                                "Write " + kind.name() + " to a file")
                        .description(
                                "The file has the bytes of the stream with the same parameters.")
                        .addParameter(JobParameters.key())
                        .addParameter(ParameterModels.requestId())
                        .requestBody(
                                OASFactory.createRequestBody()
                                        .content(
                                                OASFactory.createContent()
                                                        .addMediaType(
                                                                JSON,
                                                                Responses.shown(
                                                                        JobSchemas.body(
                                                                                parameters.stream(
                                                                                        kind)),
                                                                        body()))));
        APIResponse taken =
                Responses.answer("The job", "POST " + path, job(), jobs.job(JobState.QUEUED));
        taken.addHeader("Location", HeaderModels.location("Where the job is"));
        operation.responses(
                ProblemResponses.on(
                        OASFactory.createAPIResponses().addAPIResponse("202", taken),
                        Problem.BAD_REQUEST,
                        Problem.METHOD_NOT_ALLOWED,
                        Problem.NOT_ACCEPTABLE,
                        Problem.UNSUPPORTED,
                        Problem.UNPROCESSABLE,
                        Problem.UNAVAILABLE));
        return Map.of(path, OASFactory.createPathItem().POST(operation));
    }

    private Example body() {
        return Examples.of(
                "A hundred records as CSV",
                examples.parse("{\"record_count\": 100, \"output_format\": \"csv\"}"));
    }

    @Override
    public String tag() {
        return TAG;
    }

    @Override
    public String description() {
        return "Requests whose answer is a file";
    }

    @Override
    public void addSchemas(Components components) {
        JobSchemas.addTo(components);
    }

    /** The paths that are of no kind. */
    @Override
    public Map<String, PathItem> all() {
        return Map.of(
                PATH,
                OASFactory.createPathItem().GET(list()),
                PATH + "/{id}",
                OASFactory.createPathItem().GET(find()).DELETE(delete()),
                PATH + "/{id}/events",
                OASFactory.createPathItem().GET(events()),
                FILES + "{file}",
                OASFactory.createPathItem().GET(download()));
    }

    private static Operation operation(String id, String summary) {
        return OASFactory.createOperation().addTag(TAG).operationId(id).summary(summary);
    }

    private static Schema job() {
        return EnvelopeSchemas.success(SchemaModels.reference("Job"));
    }

    private Operation list() {
        Operation operation =
                operation("listJobs", "Jobs, the latest first")
                        .addParameter(ParameterModels.requestId());
        JobParameters.ofList().forEach(operation::addParameter);
        return operation.responses(
                ProblemResponses.on(
                        Responses.ok(
                                Responses.answer(
                                        "The page",
                                        "GET " + PATH,
                                        EnvelopeSchemas.success(JobSchemas.page()),
                                        jobs.page())),
                        Problem.BAD_REQUEST,
                        Problem.METHOD_NOT_ALLOWED,
                        Problem.NOT_ACCEPTABLE,
                        Problem.UNPROCESSABLE,
                        Problem.UNAVAILABLE));
    }

    private Operation find() {
        return byId(
                operation("findJob", "One job"),
                Responses.answer(
                        "The job",
                        "GET " + PATH + "/" + JobExamples.ID,
                        job(),
                        jobs.job(JobState.DONE)));
    }

    private Operation delete() {
        return byId(
                operation("deleteJob", "Give up a job")
                        .description(
                                "A job that is not finished is cancelled; of a finished one, the"
                                        + " file is removed. Twice is the same as once."),
                Responses.answer(
                        "The job as it is now",
                        "DELETE " + PATH + "/" + JobExamples.ID,
                        job(),
                        jobs.job(JobState.CANCELLED)));
    }

    private Operation events() {
        APIResponse response =
                Responses.ok(
                        "Progress, and at last an event called by the state in which the job ended",
                        OASFactory.createContent()
                                .addMediaType(
                                        "text/event-stream",
                                        Responses.shown(
                                                SchemaModels.text(),
                                                Examples.of(
                                                        "GET "
                                                                + PATH
                                                                + "/"
                                                                + JobExamples.ID
                                                                + "/events",
                                                        jobs.event()))));
        return byId(
                operation("watchJob", "The progress of a job as server-sent events"),
                HeaderModels.on(response, HeaderModels.OF_ANSWER));
    }

    private static Operation byId(Operation operation, APIResponse response) {
        return operation
                .addParameter(JobParameters.id())
                .addParameter(ParameterModels.requestId())
                .responses(
                        ProblemResponses.on(
                                Responses.ok(response),
                                Problem.NOT_FOUND,
                                Problem.METHOD_NOT_ALLOWED,
                                Problem.NOT_ACCEPTABLE,
                                Problem.UNAVAILABLE));
    }

    private static Operation download() {
        APIResponse whole =
                HeaderModels.on(
                        Responses.ok(
                                "The file, in the media type of its format",
                                OASFactory.createContent()
                                        .addMediaType(
                                                "*/*", Responses.binary(FILES + JobExamples.FILE))),
                        HeaderModels.OF_ANSWER);
        Operation operation =
                operation("download", "The file of a job")
                        .description(
                                "Ranges, If-Range and If-None-Match are understood. The entity tag"
                                        + " is the SHA-256 of the file.");
        JobParameters.ofDownload().forEach(operation::addParameter);
        return operation
                .addParameter(ParameterModels.requestId())
                .responses(
                        ProblemResponses.on(
                                Responses.ok(whole)
                                        .addAPIResponse("206", plain("A range of the file"))
                                        .addAPIResponse("304", plain("The client has the file"))
                                        .addAPIResponse("416", plain("The file is shorter")),
                                Problem.NOT_FOUND,
                                Problem.METHOD_NOT_ALLOWED,
                                Problem.GONE,
                                Problem.UNAVAILABLE));
    }

    private static APIResponse plain(String description) {
        return OASFactory.createAPIResponse().description(description);
    }
}
