package io.github.clinicaldata.transport.http;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** What there is: every kind with its formats, parameters and ways to other records. */
@Path("/api/v1/kinds")
public class KindsResource {
    private final Kinds kinds;
    private final PageWriter writer;

    KindsResource(Kinds kinds, PageWriter writer) {
        this.kinds = kinds;
        this.writer = writer;
    }

    /** All kinds. */
    @GET
    public Response all(@Context RoutingContext context) {
        AcceptHeader.requireJson(context);
        QueryParameters.requireNone(context);
        return writer.json(context, kinds.all());
    }

    /** One kind. */
    @GET
    @Path("/{name}")
    public Response one(@PathParam("name") String name, @Context RoutingContext context) {
        AcceptHeader.requireJson(context);
        QueryParameters.requireNone(context);
        return writer.json(context, kinds.one(name));
    }
}
