package io.github.clinicaldata.transport.http;

import io.github.clinicaldata.format.RecordFormat;
import io.github.clinicaldata.plan.Catalog;
import io.github.clinicaldata.plan.GenerationPlan;
import io.github.clinicaldata.plan.PlanRequest;
import io.github.clinicaldata.plan.Planner;
import io.github.clinicaldata.stream.Framing;
import io.github.clinicaldata.stream.StreamClient;
import io.github.clinicaldata.stream.Streams;
import io.vertx.core.Context;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code GET /api/v1/{kind}/stream}: chunked HTTP. */
@ApplicationScoped
public class StreamRoutes {
    /** Where streams are. */
    public static final String PATH = "/api/v1/:kind/stream";

    /** A stream whose first record is due later sends its head before it. */
    private static final double HEAD_WITHIN_SECONDS = 1;

    private static final String FORMAT = "ndjson";

    private final List<String> offered;
    private final Planner planner;
    private final Streams streams;
    private final ProblemWriter problems;

    StreamRoutes(Catalog catalog, Planner planner, Streams streams, ProblemWriter problems) {
        offered = catalog.mediaTypes(FORMAT);
        this.planner = planner;
        this.streams = streams;
        this.problems = problems;
    }

    void register(@Observes Router router) {
        router.get(PATH).handler(this::stream);
        router.head(PATH).handler(this::stream);
    }

    private void stream(RoutingContext context) {
        try {
            start(
                    context,
                    new PlanRequest(
                            context.pathParam("kind"),
                            PlanRequest.Shape.STREAM,
                            parameters(context.queryParams()),
                            AcceptHeader.mediaTypes(context, offered),
                            FORMAT,
                            format -> true,
                            null));
        } catch (RuntimeException e) {
            problems.fail(context, e);
        }
    }

    /**
     * Answers a request with the stream of its plan.
     *
     * @throws io.github.clinicaldata.plan.PlanRejected when there is no plan for it
     */
    public void start(RoutingContext context, PlanRequest request) {
        GenerationPlan<?> plan = planner.plan(request);
        start(context, plan, plan.format().mediaType());
    }

    /** Answers a request with the stream of a plan, which is said to be of a media type. */
    public void start(RoutingContext context, GenerationPlan<?> plan, String mediaType) {
        HttpServerResponse response = context.response();
        response.putHeader("Content-Type", mediaType);
        describe(plan, response);
        if (context.request().method() == HttpMethod.HEAD) {
            response.end();
            return;
        }
        if (problems.refusesOldVersion(context)) {
            return;
        }
        StreamClient client = RequestVisits.of(context).stream(plan);
        if (plan.pace() != null && plan.pace().seconds(1) > HEAD_WITHIN_SECONDS) {
            response.setChunked(true).write(Buffer.buffer());
        }
        Context eventLoop = Vertx.currentContext();
        streams.open(plan, Framing.NONE, "http", client)
                .subscribe()
                .withSubscriber(
                        new ChunkWriter(
                                context, eventLoop, failure -> problems.fail(context, failure)));
    }

    /** The parameters of a query, with all values of each. */
    public static Map<String, List<String>> parameters(MultiMap query) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String name : query.names()) {
            parameters.put(name, query.getAll(name));
        }
        return parameters;
    }

    /** Says in headers which population a stream is of, which range, and how to resume it. */
    public static void describe(GenerationPlan<?> plan, HttpServerResponse response) {
        response.putHeader("X-Population", plan.population().name());
        response.putHeader("X-Record-Range", plan.kind().name() + " " + plan.indexes().range());
        if (plan.count() == Long.MAX_VALUE) {
            response.putHeader("X-Resume", "resume_after=<index of the last whole record>");
        }
        response.putHeader("Vary", "Accept, Accept-Encoding");
        RecordFormat format = plan.format();
        response.putHeader("X-Format", format.name());
        response.putHeader("Cache-Control", "no-cache");
        response.putHeader("X-Accel-Buffering", "no");
        // Quarkus marks routes of our own as not to be compressed; without the mark, clients that
        // accept gzip get it.
        response.headers().remove(HttpHeaders.CONTENT_ENCODING);
    }
}
