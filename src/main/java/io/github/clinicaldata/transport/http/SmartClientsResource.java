package io.github.clinicaldata.transport.http;

import io.github.clinicaldata.security.key.Scope;
import io.github.clinicaldata.security.smart.SmartClient;
import io.github.clinicaldata.security.smart.SmartClients;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Registers, lists and removes clients of SMART; for keys with the scope {@code admin}. */
@Path(SmartClientsResource.PATH)
public class SmartClientsResource {
    /** Where clients are. */
    static final String PATH = "/api/v1/admin/smart-clients";

    private static final int CREATED = 201;

    private final SmartClients clients;
    private final PageWriter writer;

    SmartClientsResource(SmartClients clients, PageWriter writer) {
        this.clients = clients;
        this.writer = writer;
    }

    /**
     * What a new client is to be.
     *
     * @param name who it is
     * @param jwks its public keys, a JSON Web Key Set
     */
    public record NewClient(@Nullable String name, @Nullable Map<String, Object> jwks) {}

    /**
     * A client as it is shown.
     *
     * @param id what it writes into {@code iss} and {@code sub}
     * @param name who it is
     * @param created when it was registered
     * @param jwks its public keys
     */
    public record ShownClient(
            String id, String name, Instant created, Map<String, List<Map<String, Object>>> jwks) {
        static ShownClient of(SmartClient client) {
            return new ShownClient(
                    client.id(), client.name(), client.created(), Map.of("keys", client.keys()));
        }
    }

    /** All clients. */
    public record ShownClients(List<ShownClient> clients) {}

    /** Registers a client. */
    @Operation(hidden = true)
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response register(byte[] body, @Context RoutingContext context) {
        RequestVisits.of(context).require(Scope.ADMIN);
        QueryParameters.requireNone(context);
        NewClient asked = JsonBodies.read(body, NewClient.class);
        SmartClient client = clients.register(asked.name(), asked.jwks());
        return Response.fromResponse(writer.json(context, ShownClient.of(client)))
                .status(CREATED)
                .location(URI.create(PATH + "/" + client.id()))
                .build();
    }

    /** All clients. */
    @Operation(hidden = true)
    @GET
    public Response list(@Context RoutingContext context) {
        RequestVisits.of(context).require(Scope.ADMIN);
        QueryParameters.requireNone(context);
        return writer.json(
                context, new ShownClients(clients.all().stream().map(ShownClient::of).toList()));
    }

    /** Removes a client; at once here, within the time of a refresh in other processes. */
    @Operation(hidden = true)
    @DELETE
    @Path("/{id}")
    public Response remove(@PathParam("id") String id, @Context RoutingContext context) {
        RequestVisits.of(context).require(Scope.ADMIN);
        QueryParameters.requireNone(context);
        return writer.json(context, ShownClient.of(clients.remove(id)));
    }
}
