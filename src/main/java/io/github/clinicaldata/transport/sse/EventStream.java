package io.github.clinicaldata.transport.sse;

import io.github.clinicaldata.config.GeneratorConfig;
import io.github.clinicaldata.format.FormatOption;
import io.github.clinicaldata.format.RecordFormat;
import io.github.clinicaldata.plan.GenerationPlan;
import io.github.clinicaldata.plan.PlanRejected;
import io.github.clinicaldata.plan.PlanRequest;
import io.github.clinicaldata.plan.Planner;
import io.github.clinicaldata.plan.ResumePoint;
import io.github.clinicaldata.stream.Streams;
import io.github.clinicaldata.transport.http.AcceptHeader;
import io.github.clinicaldata.transport.http.ProblemWriter;
import io.github.clinicaldata.transport.http.RequestVisits;
import io.github.clinicaldata.transport.http.StreamRoutes;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;

/** Answers with server-sent events, resumed after {@code Last-Event-ID} on any replica. */
@ApplicationScoped
public class EventStream {
    /** The media type that asks for events. */
    public static final String MEDIA_TYPE = "text/event-stream";

    private static final int BEFORE_PLAIN_STREAMS = -10;
    private static final int NO_CONTENT = 204;

    private final Planner planner;
    private final Streams streams;
    private final GeneratorConfig config;
    private final ProblemWriter problems;

    EventStream(Planner planner, Streams streams, GeneratorConfig config, ProblemWriter problems) {
        this.planner = planner;
        this.streams = streams;
        this.config = config;
        this.problems = problems;
    }

    void register(@Observes Router router) {
        router.route(StreamRoutes.PATH)
                .method(HttpMethod.GET)
                .method(HttpMethod.HEAD)
                .order(BEFORE_PLAIN_STREAMS)
                .handler(this::answer);
    }

    private void answer(RoutingContext context) {
        List<String> accepted = new ArrayList<>(AcceptHeader.mediaTypes(context, List.of()));
        if (accepted.isEmpty() || !accepted.remove(0).equals(MEDIA_TYPE)) {
            context.next();
            return;
        }
        // what else is accepted is a wish for the events' data, and any will do
        accepted.add("*/*");
        try {
            start(context, accepted);
        } catch (RuntimeException e) {
            problems.fail(context, e);
        }
    }

    private void start(RoutingContext context, List<String> accepted) {
        GenerationPlan<?> plan =
                planner.plan(
                        new PlanRequest(
                                context.pathParam("kind"),
                                PlanRequest.Shape.STREAM,
                                StreamRoutes.parameters(context.queryParams()),
                                accepted,
                                "ndjson",
                                EventStream::carries,
                                context.request().getHeader("Last-Event-ID")));
        refuseUnlikeText(plan);
        if (plan.indexes().isEmpty() || plan.remaining() <= 0) {
            // nothing is left: browsers stop reconnecting at this status
            context.response().setStatusCode(NO_CONTENT).end();
            return;
        }
        context.response().putHeader("Content-Type", MEDIA_TYPE);
        StreamRoutes.describe(plan, context.response());
        if (context.request().method() == HttpMethod.HEAD) {
            context.response().end();
            return;
        }
        if (problems.refusesOldVersion(context)) {
            return;
        }
        EventFraming framing =
                new EventFraming(
                        ResumePoint.eventIdPrefix(plan.population()),
                        plan.filter() != null,
                        plan.format().singleLineRecords());
        Context eventLoop = Vertx.currentContext();
        streams.open(plan, framing, "sse", RequestVisits.of(context).stream(plan))
                .subscribe()
                .withSubscriber(
                        new EventWriter(
                                context,
                                eventLoop,
                                config.stream().heartbeat(),
                                failure -> problems.fail(context, failure)));
    }

    /** Events are lines of text, which an option of a format can turn records away from. */
    private static void refuseUnlikeText(GenerationPlan<?> plan) {
        FormatOption option = plan.format().unlikeText(plan.options());
        if (option != null) {
            throw new PlanRejected.InvalidValue(
                    option.name(),
                    plan.options().text(option)
                            + " is not offered in events, which are lines of text; offered is "
                            + option.defaultValue());
        }
    }

    /** An event holds one record, so records must be text and stand alone. */
    public static boolean carries(RecordFormat format) {
        return format.textual() && format.selfContainedRecords();
    }
}
