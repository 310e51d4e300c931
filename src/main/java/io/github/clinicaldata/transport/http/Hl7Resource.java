package io.github.clinicaldata.transport.http;

import io.github.clinicaldata.format.hl7v2.validate.Hl7Report;
import io.github.clinicaldata.format.hl7v2.validate.Hl7Validator;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;

/** Says what is wrong with files of HL7 v2 messages. */
@Path(Hl7Resource.PATH)
public class Hl7Resource {
    /** Where files are sent to. */
    public static final String PATH = "/api/v1/hl7v2/validate";

    /** How many findings an answer has at most. */
    public static final int MOST_FINDINGS = 100;

    private static final int TOO_LARGE = 413;

    private final PageWriter writer;

    Hl7Resource(PageWriter writer) {
        this.writer = writer;
    }

    /** Reads a body of messages, plain or framed by MLLP, as it comes. */
    @POST
    @Consumes(MediaType.WILDCARD)
    @Blocking
    public Response validate(InputStream body, @Context RoutingContext context) {
        AcceptHeader.requireJson(context);
        QueryParameters.requireNone(context);
        return writer.json(context, Hl7Answer.of(read(body)));
    }

    private static Hl7Report read(InputStream body) {
        try {
            return Hl7Validator.validate(body, MOST_FINDINGS);
        } catch (IOException e) {
            // the body is cut off where it is larger than what the server takes
            throw new WebApplicationException(e, TOO_LARGE);
        }
    }
}
