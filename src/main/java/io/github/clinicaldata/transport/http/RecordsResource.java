package io.github.clinicaldata.transport.http;

import com.fasterxml.jackson.databind.util.RawValue;
import io.github.clinicaldata.plan.GenerationPlan;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** Pages of records, single records, and what they are related to. */
@Path("/api/v1/{kind}")
public class RecordsResource {
    private final Pages pages;
    private final Profiles profiles;
    private final LookUps lookUps;
    private final PageWriter writer;

    RecordsResource(Pages pages, Profiles profiles, LookUps lookUps, PageWriter writer) {
        this.pages = pages;
        this.profiles = profiles;
        this.lookUps = lookUps;
        this.writer = writer;
    }

    /** A page in the envelope, or bare in another format. */
    @GET
    public Response page(
            @PathParam("kind") String kind, @Context UriInfo uri, @Context RoutingContext context) {
        return pages.answer(kind, uri.getQueryParameters(), context);
    }

    /** How the values of the first records lie, beside the sources that they follow. */
    @GET
    @Path("/profile")
    public Response profile(
            @PathParam("kind") String kind, @Context UriInfo uri, @Context RoutingContext context) {
        AcceptHeader.requireJson(context);
        GenerationPlan<?> plan = profiles.plan(kind, uri.getQueryParameters());
        Profiles.ShapeReport report = profiles.of(plan);
        RequestVisits.of(context).made(plan, report.recordCount());
        return writer.json(context, report);
    }

    /** One record, made again from its id. */
    @GET
    @Path("/{id}")
    public Response record(
            @PathParam("kind") String kind,
            @PathParam("id") String id,
            @Context UriInfo uri,
            @Context RoutingContext context) {
        AcceptHeader.requireJson(context);
        RawValue found = lookUps.record(kind, id, uri.getQueryParameters());
        RequestVisits.of(context).made(1);
        return writer.json(context, found);
    }

    /** One record with all that belongs to it, or with what {@code include} names of that. */
    @GET
    @Path("/{id}/everything")
    public Response everything(
            @PathParam("kind") String kind,
            @PathParam("id") String id,
            @Context UriInfo uri,
            @Context RoutingContext context) {
        AcceptHeader.requireJson(context);
        LookUps.Everything found = lookUps.everything(kind, id, uri.getQueryParameters());
        RequestVisits.of(context).made(found.made());
        return writer.json(context, found);
    }

    /** The records that belong to one. */
    @GET
    @Path("/{id}/{relation}")
    public Response related(
            @PathParam("kind") String kind,
            @PathParam("id") String id,
            @PathParam("relation") String relation,
            @Context UriInfo uri,
            @Context RoutingContext context) {
        AcceptHeader.requireJson(context);
        LookUps.Related found = lookUps.related(kind, id, relation, uri.getQueryParameters());
        RequestVisits.of(context).made(found.recordCount());
        return writer.json(context, found);
    }
}
