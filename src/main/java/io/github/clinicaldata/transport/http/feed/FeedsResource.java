package io.github.clinicaldata.transport.http.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.clinicaldata.feed.Feed;
import io.github.clinicaldata.feed.FeedQuery;
import io.github.clinicaldata.feed.FeedRequest;
import io.github.clinicaldata.feed.Feeds;
import io.github.clinicaldata.plan.PlanRejected;
import io.github.clinicaldata.transport.http.AcceptHeader;
import io.github.clinicaldata.transport.http.IdempotencyKey;
import io.github.clinicaldata.transport.http.Origins;
import io.github.clinicaldata.transport.http.PageWriter;
import io.github.clinicaldata.transport.http.QueryParameters;
import io.github.clinicaldata.work.ListPosition;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Feeds: takes them on, and lets clients watch and steer them. */
@Path(FeedsResource.PATH)
public class FeedsResource {
    static final String PATH = "/api/v1/feeds";

    private static final byte[] NOTHING = {};

    private final Feeds feeds;
    private final FeedQueries queries;
    private final PageWriter writer;

    FeedsResource(Feeds feeds, FeedQueries queries, PageWriter writer) {
        this.feeds = feeds;
        this.queries = queries;
        this.writer = writer;
    }

    /** Feeds and where the next page goes on. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Page(
            List<FeedView> feeds, @JsonProperty("next_cursor") @Nullable String nextCursor) {}

    /** A feed that pushes the records of the stream with the same parameters. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response submit(
            @HeaderParam("Idempotency-Key") @Nullable String key,
            byte @Nullable [] body,
            @Context RoutingContext context) {
        AcceptHeader.requireJson(context);
        QueryParameters.requireNone(context);
        IdempotencyKey.check(key);
        FeedBody read = FeedBody.read(body == null ? NOTHING : body);
        Feed feed;
        try {
            feed =
                    feeds.submit(
                            new FeedRequest(
                                    read.kind(),
                                    read.parameters(),
                                    read.targetType(),
                                    read.target(),
                                    read.batch(),
                                    read.onRefusal(),
                                    key,
                                    Origins.of(context)));
        } catch (PlanRejected e) {
            throw read.said(e);
        }
        return writer.json(
                context,
                view(feed),
                Response.accepted().location(URI.create(PATH + "/" + feed.id())));
    }

    private FeedView view(Feed feed) {
        return FeedView.of(feed, feeds.recordsPerSecond(feed));
    }

    /** Feeds, the latest first. */
    @GET
    public Response list(@Context UriInfo uri, @Context RoutingContext context) {
        AcceptHeader.requireJson(context);
        FeedQuery.Page page = feeds.list(queries.read(uri.getQueryParameters()));
        ListPosition next = page.next();
        return writer.json(
                context,
                new Page(
                        page.feeds().stream().map(this::view).toList(),
                        next == null ? null : next.token()));
    }

    /** One feed. */
    @GET
    @Path("/{id}")
    public Response feed(@PathParam("id") String id, @Context RoutingContext context) {
        AcceptHeader.requireJson(context);
        QueryParameters.requireNone(context);
        return writer.json(context, view(feeds.find(id)));
    }

    /** Changes the rate of a feed, live. */
    @PATCH
    @Path("/{id}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    public Response change(
            @PathParam("id") String id, byte @Nullable [] body, @Context RoutingContext context) {
        AcceptHeader.requireJson(context);
        QueryParameters.requireNone(context);
        Feed feed = feeds.find(id);
        PaceBody read = PaceBody.read(body == null ? NOTHING : body, feed.rate(), feed.arrival());
        return writer.json(context, view(feeds.pace(id, read.rate(), read.arrival())));
    }

    /** Pauses a feed. */
    @POST
    @Path("/{id}/pause")
    public Response pause(@PathParam("id") String id, @Context RoutingContext context) {
        AcceptHeader.requireJson(context);
        QueryParameters.requireNone(context);
        return writer.json(context, view(feeds.pause(id)));
    }

    /** Lets a feed go on that was paused or has failed. */
    @POST
    @Path("/{id}/resume")
    public Response resume(@PathParam("id") String id, @Context RoutingContext context) {
        AcceptHeader.requireJson(context);
        QueryParameters.requireNone(context);
        return writer.json(context, view(feeds.resume(id)));
    }

    /** Ends a feed for good. */
    @DELETE
    @Path("/{id}")
    public Response stop(@PathParam("id") String id, @Context RoutingContext context) {
        AcceptHeader.requireJson(context);
        QueryParameters.requireNone(context);
        return writer.json(context, view(feeds.stop(id)));
    }
}
