package io.github.clinicaldata.operations.openapi;

import io.github.clinicaldata.plan.Catalog;
import io.github.clinicaldata.plan.FieldProblem;
import io.github.clinicaldata.plan.PlanRejected;
import io.github.clinicaldata.plan.PlanRequest;
import io.github.clinicaldata.plan.Planner;
import io.github.clinicaldata.record.RecordKind;
import io.github.clinicaldata.transport.http.Envelope;
import io.github.clinicaldata.transport.http.HttpProblem;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** The bad answers, with examples that the planner itself refuses. */
@Singleton
final class ProblemResponses {
    private static final String UNKNOWN_ID = "00000000-0000-8000-8000-000000000000";

    private final Catalog catalog;
    private final Planner planner;
    private final Examples examples;

    ProblemResponses(Catalog catalog, Planner planner, Examples examples) {
        this.catalog = catalog;
        this.planner = planner;
        this.examples = examples;
    }

    /** The bad answers that an operation may give. */
    enum Problem {
        BAD_REQUEST(400, "A value can't be read"),
        NOT_FOUND(404, "There is no such record or path"),
        METHOD_NOT_ALLOWED(405, "The path does not take the method"),
        CONFLICT(409, "It makes no sense in the state that the feed is in"),
        GONE(410, "The file is past its time"),
        UNSUPPORTED(415, "The body is no JSON"),
        UNAVAILABLE(503, "Too many jobs or feeds wait, or the database does not answer"),
        NOT_ACCEPTABLE(406, "The format is not offered; the message lists those that are"),
        TOO_LARGE(413, "The body is larger than the server takes"),
        UNPROCESSABLE(422, "A value can be read and is not allowed, or a parameter is not known");

        private final int status;
        private final String description;

        Problem(int status, String description) {
            this.status = status;
            this.description = description;
        }

        private String component() {
            return ModelNames.capitalized(name().toLowerCase(Locale.ROOT));
        }
    }

    /** Refers to bad answers from an operation. */
    static APIResponses on(APIResponses responses, Problem... problems) {
        for (Problem problem : problems) {
            responses.addAPIResponse(
                    String.valueOf(problem.status),
                    OASFactory.createAPIResponse()
                            .ref("#/components/responses/" + problem.component()));
        }
        return responses;
    }

    /** Adds all bad answers; none while there is no kind to show them with. */
    void addTo(Components components) {
        catalog.kinds().stream().findFirst().ifPresent(kind -> addTo(components, kind));
    }

    private void addTo(Components components, RecordKind<?> kind) {
        addTooLarge(components);
        String stream = "/api/v1/" + kind.name() + "/stream";
        add(
                components,
                Problem.BAD_REQUEST,
                get(stream + "?count=many"),
                refused(kind, "count", "many"));
        add(
                components,
                Problem.NOT_FOUND,
                get("/api/v1/" + kind.name() + "/" + UNKNOWN_ID),
                notFound(kind));
        add(
                components,
                Problem.METHOD_NOT_ALLOWED,
                "POST " + stream,
                HttpProblem.ofStatus(405, "POST", stream));
        add(
                components,
                Problem.NOT_ACCEPTABLE,
                get(stream + "?format=parquet"),
                refused(kind, "format", "parquet"));
        add(
                components,
                Problem.GONE,
                get("/downloads/" + kind.name() + "-" + UNKNOWN_ID + ".csv"),
                new HttpProblem(410, "GONE", "The file is past its time and gone", List.of()));
        add(
                components,
                Problem.CONFLICT,
                "POST " + FeedPaths.PATH + "/" + FeedExamples.ID + "/resume",
                new HttpProblem(409, "CONFLICT", "The feed is done; it can't go on", List.of()));
        String generate = "POST /api/v1/" + kind.name() + "/generate";
        add(
                components,
                Problem.UNSUPPORTED,
                generate,
                HttpProblem.unsupportedType("text/csv", List.of("application/json")));
        add(
                components,
                Problem.UNAVAILABLE,
                generate,
                new HttpProblem(503, "QUEUE_FULL", "1000 jobs wait already", List.of()));
        add(
                components,
                Problem.UNPROCESSABLE,
                get(stream + "?coutn=10"),
                refused(kind, "coutn", "10"));
    }

    /** A body that is too large is no example to be sent. */
    private static void addTooLarge(Components components) {
        Content content =
                OASFactory.createContent()
                        .addMediaType(
                                "application/json",
                                OASFactory.createMediaType()
                                        .schema(SchemaModels.reference("ErrorEnvelope")));
        APIResponse response =
                OASFactory.createAPIResponse()
                        .description(Problem.TOO_LARGE.description)
                        .content(content);
        components.addResponse(Problem.TOO_LARGE.component(), response);
    }

    private static String get(String path) {
        return "GET " + path;
    }

    private static HttpProblem notFound(RecordKind<?> kind) {
        try {
            Planner.content(kind, UNKNOWN_ID);
            throw new IllegalStateException(UNKNOWN_ID + " is the id of a record");
        } catch (PlanRejected.NotFound refusal) {
            return HttpProblem.of(refusal);
        }
    }

    /** What the planner says to a parameter. */
    private HttpProblem refused(RecordKind<?> kind, String parameter, String value) {
        try {
            planner.plan(
                    new PlanRequest(
                            kind.name(),
                            PlanRequest.Shape.STREAM,
                            Map.of(parameter, List.of(value)),
                            List.of(),
                            "ndjson",
                            format -> true,
                            null));
        } catch (PlanRejected e) {
            return HttpProblem.of(e);
        }
        throw new IllegalStateException("The planner takes " + parameter + "=" + value);
    }

    private void add(Components components, Problem problem, String request, HttpProblem shown) {
        Envelope envelope =
                Envelope.of(
                        new Envelope.Problem(shown.code(), shown.message(), shown.details()),
                        examples.meta());
        Content content =
                OASFactory.createContent()
                        .addMediaType(
                                "application/json",
                                Responses.shown(
                                        SchemaModels.reference("ErrorEnvelope"),
                                        Examples.of(request, examples.tree(envelope))))
                        .addMediaType(
                                "application/problem+json",
                                Responses.shown(
                                        SchemaModels.reference("ProblemDetails"),
                                        Examples.of(request, details(shown))));
        APIResponse response =
                OASFactory.createAPIResponse().description(problem.description).content(content);
        components.addResponse(
                problem.component(), HeaderModels.on(response, HeaderModels.OF_ANSWER));
    }

    private Object details(HttpProblem shown) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("type", "about:blank");
        details.put("title", shown.code());
        details.put("status", shown.status());
        details.put("detail", shown.message());
        details.put("instance", "urn:request:" + Examples.REQUEST_ID);
        List<FieldProblem> problems = shown.details();
        details.put("errors", problems);
        return examples.tree(details);
    }
}
