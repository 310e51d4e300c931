package io.github.clinicaldata.operations.openapi;

import io.github.clinicaldata.operations.SimpleHealthResource.Health;
import io.github.clinicaldata.operations.openapi.ProblemResponses.Problem;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Health as older clients ask for it. */
@Singleton
final class HealthPaths implements PathGroup {
    /** The name that Quarkus gives its check of the gRPC server. */
    private static final String GRPC = "gRPC Server";

    /** The name that Quarkus gives its check of whether the server is not stopping. */
    private static final String SHUTDOWN = "Graceful Shutdown";

    /** The tag of the operations. */
    static final String TAG = "health";

    private static final String METRICS = "/q/metrics";

    private final Examples examples;

    HealthPaths(Examples examples) {
        this.examples = examples;
    }

    /** Adds the schema. */
    @Override
    public void addSchemas(Components components) {
        Schema checks =
                SchemaModels.schema()
                        .addType(SchemaType.OBJECT)
                        .description("Whether each check is up")
                        .additionalPropertiesSchema(
                                SchemaModels.schema().addType(SchemaType.BOOLEAN));
        components.addSchema(
                "Health",
                SchemaModels.schema()
                        .addType(SchemaType.OBJECT)
                        .addProperty("status", SchemaModels.text())
                        .addProperty("timestamp", SchemaModels.text().format("date-time"))
                        .addProperty("version", SchemaModels.text())
                        .addProperty("checks", checks)
                        .required(List.of("status")));
    }

    @Override
    public String tag() {
        return TAG;
    }

    @Override
    public String description() {
        return "Whether the server works";
    }

    /** All paths. */
    @Override
    public Map<String, PathItem> all() {
        String version = examples.meta().version();
        Instant time = Instant.EPOCH;
        Map<String, Boolean> up = Map.of("database", true, "storage", true);
        Map<String, Boolean> down = Map.of("database", true, "storage", false);
        return Map.of(
                METRICS,
                KindPaths.get(metrics()),
                "/health",
                path(
                        "/health",
                        "health",
                        "Whether the server works; degraded while jobs and feeds do not",
                        new Health("healthy", time, version, null),
                        new Health("unhealthy", time, version, null)),
                "/health/ready",
                path(
                        "/health/ready",
                        "readiness",
                        "Whether the server takes requests",
                        new Health("ready", null, null, checks(true)),
                        new Health("not ready", null, null, checks(false))),
                "/health/jobs",
                path(
                        "/health/jobs",
                        "jobsHealth",
                        "Whether what jobs and feeds need is there",
                        new Health("available", null, null, new TreeMap<>(up)),
                        new Health("unavailable", null, null, new TreeMap<>(down))),
                "/health/live",
                path(
                        "/health/live",
                        "liveness",
                        "Whether the server is alive",
                        new Health("alive", null, null, null),
                        new Health("dead", null, null, null)));
    }

    private static Operation metrics() {
        APIResponse response =
                Responses.ok(
                        "The meters",
                        OASFactory.createContent()
                                .addMediaType(
                                        "application/openmetrics-text; version=1.0.0;"
                                                + " charset=utf-8",
                                        Responses.binary(METRICS))
                                .addMediaType(
                                        "text/plain; version=0.0.4; charset=utf-8",
                                        Responses.binary(METRICS)));
        return Operations.of(TAG, "metrics", "Meters as Prometheus reads them")
                .responses(
                        ProblemResponses.on(
                                Responses.ok(HeaderModels.on(response, HeaderModels.OF_ANSWER)),
                                Problem.METHOD_NOT_ALLOWED));
    }

    private static Map<String, Boolean> checks(boolean grpc) {
        return new TreeMap<>(Map.of(SHUTDOWN, true, "generator", true, GRPC, grpc));
    }

    private PathItem path(String path, String id, String summary, Health good, Health bad) {
        Operation operation = Operations.of(TAG, id, summary);
        operation.responses(
                ProblemResponses.on(
                        Responses.ok(answer("Yes", path, good))
                                .addAPIResponse("503", answer("No", path, bad)),
                        Problem.METHOD_NOT_ALLOWED));
        return KindPaths.get(operation);
    }

    private APIResponse answer(String description, String path, Health health) {
        APIResponse response =
                Responses.json(
                        description,
                        SchemaModels.reference("Health"),
                        Examples.of("GET " + path, examples.tree(health)));
        return HeaderModels.on(response, HeaderModels.OF_ANSWER);
    }
}
