package io.github.clinicaldata.transport.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.clinicaldata.plan.PlanRejected;
import io.github.clinicaldata.security.Caller;
import io.github.clinicaldata.security.Visit;
import io.github.clinicaldata.security.smart.SmartConfiguration;
import io.github.clinicaldata.security.smart.SmartTokens;
import io.github.clinicaldata.security.smart.TokenRefused;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Gives tokens by SMART Backend Services, and says how. Bare answers, as OAuth has them. */
@Path("/")
public class SmartResource {
    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;

    private final SmartTokens tokens;
    private final ObjectMapper json;

    SmartResource(SmartTokens tokens, ObjectMapper json) {
        this.tokens = tokens;
        this.json = json;
    }

    /** A token, by RFC 6749. */
    record TokenAnswer(
            @JsonProperty("access_token") String accessToken,
            @JsonProperty("token_type") String tokenType,
            @JsonProperty("expires_in") long expiresIn,
            String scope) {}

    /** A refusal, by RFC 6749. */
    record TokenProblem(String error, @JsonProperty("error_description") String errorDescription) {}

    /** A token for who signs for it. */
    @Operation(hidden = true)
    @POST
    @Path(SmartTokens.PATH)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response token(MultivaluedMap<String, String> form, @Context RoutingContext context) {
        requireOn();
        Visit visit = RequestVisits.of(context);
        try {
            SmartTokens.Granted granted = tokens.grant(form);
            visit.madeBy(new Caller(granted.key(), visit.caller().address()));
            return answer(
                    200,
                    new TokenAnswer(granted.text(), "bearer", granted.seconds(), granted.scope()));
        } catch (TokenRefused refused) {
            int status =
                    refused.reason() == TokenRefused.Reason.INVALID_CLIENT
                            ? UNAUTHORIZED
                            : BAD_REQUEST;
            return answer(
                    status,
                    new TokenProblem(
                            refused.reason().word(), String.valueOf(refused.getMessage())));
        }
    }

    /** How tokens are to be had. */
    @Operation(hidden = true)
    @GET
    @Path(SmartConfiguration.PATH)
    public Response configuration() {
        return answer(200, SmartConfiguration.of(requireOn()));
    }

    private String requireOn() {
        return tokens.url()
                .orElseThrow(
                        () ->
                                new PlanRejected.NotFound(
                                        "path",
                                        "This server gives no tokens; keys open it, if it asks for"
                                                + " any"));
    }

    private Response answer(int status, Object body) {
        try {
            return Response.status(status)
                    .type(MediaType.APPLICATION_JSON_TYPE)
                    .header("Cache-Control", "no-store")
                    .header("Pragma", "no-cache")
                    .entity(json.writeValueAsBytes(body))
                    .build();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
