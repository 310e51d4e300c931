package io.github.clinicaldata.transport.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.clinicaldata.security.key.ApiKey;
import io.github.clinicaldata.security.key.ApiKeys;
import io.github.clinicaldata.security.key.Scope;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Makes, lists and revokes keys; for keys with the scope {@code admin}. */
@Path(KeysResource.PATH)
public class KeysResource {
    /** Where keys are. */
    static final String PATH = "/api/v1/admin/keys";

    private static final int CREATED = 201;

    private final ApiKeys keys;
    private final PageWriter writer;

    KeysResource(ApiKeys keys, PageWriter writer) {
        this.keys = keys;
        this.writer = writer;
    }

    /**
     * What a new key is to be.
     *
     * @param name who has it
     * @param scopes what it is good for
     * @param expiresIn after how long it expires, such as {@code 90d}; null for never
     */
    public record NewKey(
            @Nullable String name,
            @Nullable List<@Nullable String> scopes,
            @JsonProperty("expires_in") @Nullable String expiresIn) {}

    /**
     * A key as it is shown.
     *
     * @param key the whole key, shown once; null after that
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ShownKey(
            String id,
            String name,
            List<String> scopes,
            Instant created,
            @Nullable Instant expires,
            @Nullable Instant revoked,
            @Nullable String key) {
        static ShownKey of(ApiKey key, @Nullable String text) {
            return new ShownKey(
                    key.id(),
                    key.name(),
                    key.scopes().stream().map(Scope::label).toList(),
                    key.created(),
                    key.expires(),
                    key.revoked(),
                    text);
        }
    }

    /** All keys. */
    public record ShownKeys(List<ShownKey> keys) {}

    /** Makes a key and shows it, this once. */
    @Operation(hidden = true)
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(byte[] body, @Context RoutingContext context) {
        RequestVisits.of(context).require(Scope.ADMIN);
        QueryParameters.requireNone(context);
        NewKey asked = JsonBodies.read(body, NewKey.class);
        List<String> scopes =
                asked.scopes() == null
                        ? List.of()
                        : asked.scopes().stream().map(String::valueOf).toList();
        ApiKeys.Made made = keys.create(asked.name(), scopes, asked.expiresIn());
        return Response.fromResponse(writer.json(context, ShownKey.of(made.key(), made.text())))
                .status(CREATED)
                .location(URI.create(PATH + "/" + made.key().id()))
                .header("Cache-Control", "no-store")
                .build();
    }

    /** All keys without their secrets, revoked and expired ones too. */
    @Operation(hidden = true)
    @GET
    public Response list(@Context RoutingContext context) {
        RequestVisits.of(context).require(Scope.ADMIN);
        QueryParameters.requireNone(context);
        List<ShownKey> shown = keys.all().stream().map(key -> ShownKey.of(key, null)).toList();
        return writer.json(context, new ShownKeys(shown));
    }

    /** Revokes a key; at once here, within the time of a refresh in other processes. */
    @Operation(hidden = true)
    @DELETE
    @Path("/{id}")
    public Response revoke(@PathParam("id") String id, @Context RoutingContext context) {
        RequestVisits.of(context).require(Scope.ADMIN);
        QueryParameters.requireNone(context);
        return writer.json(context, ShownKey.of(keys.revoke(id), null));
    }
}
