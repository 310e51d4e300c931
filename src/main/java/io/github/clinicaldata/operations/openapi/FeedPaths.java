package io.github.clinicaldata.operations.openapi;

import io.github.clinicaldata.feed.FeedState;
import io.github.clinicaldata.operations.openapi.ProblemResponses.Problem;
import jakarta.inject.Singleton;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** The paths of feeds. */
@Singleton
final class FeedPaths implements PathGroup {
    /** Where feeds are. */
    static final String PATH = "/api/v1/feeds";

    private static final String TAG = "feeds";
    private static final String ONE = PATH + "/{id}";
    private static final String JSON = "application/json";

    private final FeedSchemas schemas;
    private final FeedExamples feeds;

    FeedPaths(FeedSchemas schemas, FeedExamples feeds) {
        this.schemas = schemas;
        this.feeds = feeds;
    }

    @Override
    public String tag() {
        return TAG;
    }

    @Override
    public String description() {
        return "Records that are pushed to other systems";
    }

    @Override
    public void addSchemas(Components components) {
        schemas.addTo(components);
    }

    @Override
    public Map<String, PathItem> all() {
        return Map.of(
                PATH,
                OASFactory.createPathItem().GET(list()).POST(submit()),
                ONE,
                OASFactory.createPathItem().GET(find()).PATCH(change()).DELETE(stop()),
                ONE + "/pause",
                OASFactory.createPathItem().POST(pause()),
                ONE + "/resume",
                OASFactory.createPathItem().POST(resume()));
    }

    private static Operation operation(String id, String summary) {
        return Operations.of(TAG, id, summary);
    }

    private static Schema feed() {
        return EnvelopeSchemas.success(SchemaModels.reference("Feed"));
    }

    private static RequestBody body(Schema schema, String name, Object example) {
        return Bodies.of(JSON, schema, name, example);
    }

    private Operation submit() {
        APIResponse taken =
                Responses.answer("The feed", "POST " + PATH, feed(), feeds.feed(FeedState.QUEUED));
        taken.addHeader("Location", HeaderModels.location("Where the feed is"));
        return operation("pushRecords", "Push records to another system")
                .description(
                        "The records are those of the stream with the same parameters, in its"
                                + " order, each at least once.")
                .addParameter(FeedParameters.key())
                .requestBody(body(schemas.body(), "Members to an HTTP endpoint", feeds.body()))
                .responses(
                        ProblemResponses.on(
                                OASFactory.createAPIResponses().addAPIResponse("202", taken),
                                Problem.BAD_REQUEST,
                                Problem.METHOD_NOT_ALLOWED,
                                Problem.NOT_ACCEPTABLE,
                                Problem.UNSUPPORTED,
                                Problem.UNPROCESSABLE,
                                Problem.UNAVAILABLE));
    }

    private Operation list() {
        Operation operation = operation("listFeeds", "Feeds, the latest first");
        schemas.listParameters().forEach(operation::addParameter);
        return operation.responses(
                ProblemResponses.on(
                        Responses.ok(
                                Responses.answer(
                                        "The page",
                                        "GET " + PATH,
                                        EnvelopeSchemas.success(FeedSchemas.page()),
                                        feeds.page())),
                        Problem.BAD_REQUEST,
                        Problem.METHOD_NOT_ALLOWED,
                        Problem.NOT_ACCEPTABLE,
                        Problem.UNPROCESSABLE,
                        Problem.UNAVAILABLE));
    }

    private Operation find() {
        return byId(operation("findFeed", "One feed"), "GET", "", FeedState.RUNNING);
    }

    private Operation stop() {
        return byId(
                operation("stopFeed", "End a feed for good")
                        .description(
                                "A batch that is on its way is waited for. Twice is the same as"
                                        + " once."),
                "DELETE",
                "",
                FeedState.STOPPED);
    }

    private Operation pause() {
        return withConflict(
                byId(
                        operation("pauseFeed", "Pause a feed")
                                .description(
                                        "A batch that is on its way is waited for. Twice is the"
                                                + " same as once."),
                        "POST",
                        "/pause",
                        FeedState.PAUSED));
    }

    private Operation resume() {
        return withConflict(
                byId(
                        operation("resumeFeed", "Let a feed go on that was paused or has failed")
                                .description(
                                        "It goes on after the last record that was acknowledged."
                                                + " One that runs is left alone."),
                        "POST",
                        "/resume",
                        FeedState.QUEUED));
    }

    private Operation change() {
        Operation operation =
                withConflict(
                        byId(
                                operation("changeFeed", "Change the rate of a feed, live")
                                        .description(
                                                "What is not said stays as it is; null takes it"
                                                        + " away."),
                                "PATCH",
                                "",
                                FeedState.RUNNING));
        ProblemResponses.on(
                operation.getResponses(),
                Problem.BAD_REQUEST,
                Problem.UNSUPPORTED,
                Problem.UNPROCESSABLE);
        return operation.requestBody(
                body(FeedSchemas.change(), "Twice as fast", Map.of("rate", "200/s")));
    }

    private Operation byId(Operation operation, String method, String below, FeedState state) {
        return operation
                .addParameter(FeedParameters.id())
                .responses(
                        ProblemResponses.on(
                                Responses.ok(
                                        Responses.answer(
                                                "The feed as it is now",
                                                method + " " + PATH + "/" + FeedExamples.ID + below,
                                                feed(),
                                                feeds.feed(state))),
                                Problem.NOT_FOUND,
                                Problem.METHOD_NOT_ALLOWED,
                                Problem.NOT_ACCEPTABLE,
                                Problem.UNAVAILABLE));
    }

    private static Operation withConflict(Operation operation) {
        ProblemResponses.on(operation.getResponses(), Problem.CONFLICT);
        return operation;
    }
}
