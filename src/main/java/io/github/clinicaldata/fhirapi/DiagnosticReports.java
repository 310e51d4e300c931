package io.github.clinicaldata.fhirapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.clinicaldata.config.GeneratorConfig;
import io.github.clinicaldata.format.fhir.FhirBundleFormat;
import io.github.clinicaldata.format.fhir.FhirFormat;
import io.github.clinicaldata.plan.FieldProblem;
import io.github.clinicaldata.plan.GenerationPlan;
import io.github.clinicaldata.plan.PlanRejected;
import io.github.clinicaldata.plan.PlanRequest;
import io.github.clinicaldata.plan.Planner;
import io.github.clinicaldata.transport.http.HttpProblem;
import io.github.clinicaldata.transport.http.JsonBodies;
import io.github.clinicaldata.transport.http.ProblemWriter;
import io.github.clinicaldata.transport.http.QueryParameters;
import io.github.clinicaldata.transport.http.StreamRoutes;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /api/v1/fhir/diagnostic-reports}, as older clients call it: one DiagnosticReport, or
 * a Bundle of several. The members of the body are the parameters of a stream of reports, with
 * {@code record_count} for the count.
 */
@ApplicationScoped
public class DiagnosticReports {
    private static final String KIND = "diagnostic-reports";
    private static final List<String> PATHS = List.of("/api/v1/fhir/" + KIND, "/fhir/" + KIND);
    private static final String COUNT = "record_count";
    private static final String FORMAT = "output_format";
    private static final int MAX_BODY = 1 << 16;

    private final Planner planner;
    private final StreamRoutes streams;
    private final ProblemWriter problems;
    private final int most;

    DiagnosticReports(
            Planner planner, StreamRoutes streams, ProblemWriter problems, GeneratorConfig config) {
        this.planner = planner;
        this.streams = streams;
        this.problems = problems;
        most = config.limits().maxRecordsPerRequest();
    }

    void register(@Observes Router router) {
        for (String path : PATHS) {
            router.post(path)
                    .order(FhirDispatcher.ORDER - 1)
                    .handler(BodyHandler.create(false).setBodyLimit(MAX_BODY))
                    .handler(this::answer)
                    .failureHandler(this::failed);
            router.route(path)
                    .order(FhirDispatcher.ORDER - 1)
                    .handler(context -> problems.methodNotAllowed(context, "POST"));
        }
    }

    private void failed(RoutingContext context) {
        if (context.failure() != null && context.statusCode() < 400) {
            problems.fail(context, context.failure());
        } else {
            problems.write(
                    context,
                    HttpProblem.ofStatus(
                            context.statusCode(),
                            context.request().method().name(),
                            context.normalizedPath()));
        }
    }

    private void answer(RoutingContext context) {
        try {
            QueryParameters.requireNone(context);
            Map<String, List<String>> parameters = parameters(context.body().buffer());
            boolean single = parameters.getOrDefault("count", List.of()).equals(List.of("1"));
            parameters.put("format", List.of(single ? FhirFormat.NAME : FhirBundleFormat.NAME));
            parameters.put("resource", List.of("DiagnosticReport"));
            GenerationPlan<?> plan =
                    planner.plan(
                            new PlanRequest(
                                    KIND,
                                    PlanRequest.Shape.STREAM,
                                    parameters,
                                    List.of(),
                                    FhirBundleFormat.NAME,
                                    format -> true,
                                    null));
            streams.start(context, plan, Presentation.JSON_TYPE);
        } catch (RuntimeException e) {
            problems.fail(context, e);
        }
    }

    private Map<String, List<String>> parameters(@Nullable Buffer body) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        JsonNode given =
                JsonBodies.object(body == null ? null : body.getBytes(), "{\"record_count\": 1}");
        given.fields()
                .forEachRemaining(
                        field -> {
                            if (!field.getValue().isValueNode() || field.getValue().isNull()) {
                                throw new PlanRejected.InvalidValue(
                                        field.getKey(), "must be a text, a number or a boolean");
                            }
                            parameters.put(field.getKey(), List.of(field.getValue().asText()));
                        });
        for (String fixed : List.of("count", "until", "shard", "format", "resource")) {
            if (parameters.containsKey(fixed)) {
                throw new PlanRejected.InvalidValue(
                        fixed, "is not known here; how many is said by " + COUNT);
            }
        }
        List<String> format = parameters.remove(FORMAT);
        if (format != null && !format.equals(List.of("fhir"))) {
            throw new PlanRejected.InvalidValue(FORMAT, "must be fhir");
        }
        parameters.put("count", List.of(Integer.toString(count(given.get(COUNT)))));
        parameters.remove(COUNT);
        return parameters;
    }

    private int count(@Nullable JsonNode given) {
        if (given == null || !given.canConvertToInt() || !given.isIntegralNumber()) {
            throw new PlanRejected.Unreadable(
                    List.of(new FieldProblem(COUNT, "must be a number between 1 and " + most)));
        }
        if (given.intValue() < 1 || given.intValue() > most) {
            throw new PlanRejected.InvalidValue(COUNT, "Must be between 1 and " + most);
        }
        return given.intValue();
    }
}
