package io.github.clinicaldata.transport.http.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.clinicaldata.job.Job;
import io.github.clinicaldata.job.JobQuery;
import io.github.clinicaldata.job.Jobs;
import io.github.clinicaldata.transport.http.AcceptHeader;
import io.github.clinicaldata.transport.http.PageWriter;
import io.github.clinicaldata.transport.http.QueryParameters;
import io.github.clinicaldata.work.ListPosition;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Jobs that were taken on. */
@Path(JobsResource.PATH)
public class JobsResource {
    static final String PATH = "/api/v1/jobs";

    private final Jobs jobs;
    private final JobQueries queries;
    private final JobEvents events;
    private final PageWriter writer;

    JobsResource(Jobs jobs, JobQueries queries, JobEvents events, PageWriter writer) {
        this.jobs = jobs;
        this.queries = queries;
        this.events = events;
        this.writer = writer;
    }

    static String path(Job job) {
        return PATH + "/" + job.id();
    }

    /** Jobs and where the next page goes on. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Page(
            List<JobView> jobs, @JsonProperty("next_cursor") @Nullable String nextCursor) {}

    /** Jobs, the latest first. */
    @GET
    public Response list(@Context UriInfo uri, @Context RoutingContext context) {
        AcceptHeader.requireJson(context);
        JobQuery.Page page = jobs.list(queries.read(uri.getQueryParameters()));
        ListPosition next = page.next();
        return writer.json(
                context,
                new Page(
                        page.jobs().stream().map(this::view).toList(),
                        next == null ? null : next.token()));
    }

    private JobView view(Job job) {
        return JobView.of(job, jobs.progress(job));
    }

    /** One job. */
    @GET
    @Path("/{id}")
    public Response job(@PathParam("id") String id, @Context RoutingContext context) {
        AcceptHeader.requireJson(context);
        QueryParameters.requireNone(context);
        return writer.json(context, view(jobs.find(id)));
    }

    /** Gives up a job, or removes the file of a finished one. */
    @DELETE
    @Path("/{id}")
    public Response delete(@PathParam("id") String id, @Context RoutingContext context) {
        AcceptHeader.requireJson(context);
        QueryParameters.requireNone(context);
        return writer.json(context, view(jobs.delete(id)));
    }

    /** Progress, and at last how the job ended. */
    @GET
    @Path("/{id}/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Blocking
    public Multi<OutboundSseEvent> events(
            @PathParam("id") String id, @Context Sse sse, @Context RoutingContext context) {
        QueryParameters.requireNone(context);
        return events.of(jobs.find(id), sse);
    }
}
