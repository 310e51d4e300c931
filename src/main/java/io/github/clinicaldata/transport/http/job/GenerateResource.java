package io.github.clinicaldata.transport.http.job;

import io.github.clinicaldata.job.Job;
import io.github.clinicaldata.job.Jobs;
import io.github.clinicaldata.plan.PlanRejected;
import io.github.clinicaldata.transport.http.AcceptHeader;
import io.github.clinicaldata.transport.http.IdempotencyKey;
import io.github.clinicaldata.transport.http.Origins;
import io.github.clinicaldata.transport.http.PageWriter;
import io.github.clinicaldata.transport.http.QueryParameters;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Takes on jobs. */
@Path("/api/v1/{kind}/generate")
public class GenerateResource {
    private final Jobs jobs;
    private final PageWriter writer;

    GenerateResource(Jobs jobs, PageWriter writer) {
        this.jobs = jobs;
        this.writer = writer;
    }

    /** A job whose file has the bytes of the stream with the same parameters. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response generate(
            @PathParam("kind") String kind,
            @HeaderParam(IdempotencyKey.HEADER) @Nullable String key,
            byte @Nullable [] body,
            @Context RoutingContext context) {
        AcceptHeader.requireJson(context);
        QueryParameters.requireNone(context);
        IdempotencyKey.check(key);
        JobBody read = JobBody.read(body == null ? new byte[0] : body);
        Job job;
        try {
            job =
                    jobs.submit(
                            new Jobs.Request(
                                    kind,
                                    read.parameters(),
                                    read.metadata(),
                                    key,
                                    Origins.of(context)));
        } catch (PlanRejected e) {
            throw read.said(e);
        }
        return writer.json(
                context,
                JobView.of(job, jobs.progress(job)),
                Response.accepted().location(URI.create(JobsResource.path(job))));
    }
}
