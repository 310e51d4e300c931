package io.github.clinicaldata.transport.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.util.RawValue;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;

/** Wraps answers in the envelope; records come in as the bytes of their encoder. */
@Singleton
public final class PageWriter {
    private static final MediaType JSON = new MediaType("application", "json");

    private final ObjectMapper json;
    private final ProblemWriter problems;

    PageWriter(ObjectMapper json, ProblemWriter problems) {
        this.json = json;
        this.problems = problems;
    }

    /** Records, already JSON, that Jackson takes over as they are. */
    static RawValue raw(byte[] encoded) {
        return new RawValue(new String(encoded, StandardCharsets.UTF_8).strip());
    }

    /** A good answer. */
    public Response json(RoutingContext context, Object data) {
        return json(context, data, Response.ok());
    }

    /** A good answer with a status or headers of its own. */
    public Response json(RoutingContext context, Object data, Response.ResponseBuilder answer) {
        try {
            byte[] body = json.writeValueAsBytes(Envelope.of(data, problems.meta(context)));
            return answer.type(JSON).entity(body).build();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
