package io.github.clinicaldata.transport.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Writes problems: in the envelope, or as {@code application/problem+json} (RFC 9457) where the
 * client asks for it.
 */
@Singleton
public final class ProblemWriter {
    private static final Logger LOG = Logger.getLogger(ProblemWriter.class);
    private static final String PROBLEM_JSON = "application/problem+json";

    private final ObjectMapper json;
    private final String version;

    ProblemWriter(
            ObjectMapper json,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.json = json;
        this.version = version;
    }

    /** What every envelope of a request ends with. */
    public Envelope.Meta meta(RoutingContext context) {
        return new Envelope.Meta(version, RequestIds.of(context));
    }

    /** Logs what the client can't mend, and answers. */
    public void fail(RoutingContext context, Throwable failure) {
        HttpProblem problem = HttpProblem.of(failure);
        if (problem.status() >= 500) {
            log(context, failure);
        }
        write(context, problem);
    }

    /** Logs a failure under the id of its request. */
    void log(RoutingContext context, Throwable failure) {
        LOG.errorf(failure, "Request %s failed", RequestIds.of(context));
    }

    /** Answers a request whose path is known and whose method is not. */
    public void methodNotAllowed(RoutingContext context) {
        write(
                context,
                HttpProblem.ofStatus(
                        HttpProblem.METHOD_NOT_ALLOWED,
                        context.request().method().name(),
                        context.normalizedPath()));
    }

    /** Answers with a problem; a request whose answer has begun is left to its own end. */
    public void write(RoutingContext context, HttpProblem problem) {
        write(context, problem, "GET, HEAD");
    }

    /**
     * Answers with a problem.
     *
     * @param allowed the methods that the path takes, told where the problem is the method
     */
    public void write(RoutingContext context, HttpProblem problem, String allowed) {
        if (context.response().ended() || context.response().headWritten()) {
            return;
        }
        if (problem.status() == HttpProblem.METHOD_NOT_ALLOWED) {
            context.response().putHeader("Allow", allowed);
        }
        context.response()
                .setStatusCode(problem.status())
                .putHeader("Content-Type", mediaType(context))
                .end(body(context, problem));
    }

    /** The media type that {@link #body} is in. */
    public String mediaType(RoutingContext context) {
        return wantsProblemJson(context) ? PROBLEM_JSON : "application/json";
    }

    /** The answer's body. */
    public String body(RoutingContext context, HttpProblem problem) {
        Object body =
                wantsProblemJson(context)
                        ? problemDetails(context, problem)
                        : Envelope.of(
                                new Envelope.Problem(
                                        problem.code(), problem.message(), problem.details()),
                                meta(context));
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean wantsProblemJson(RoutingContext context) {
        String accept = context.request().getHeader("Accept");
        return accept != null && accept.contains(PROBLEM_JSON);
    }

    private static Map<String, Object> problemDetails(RoutingContext context, HttpProblem problem) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("type", "about:blank");
        details.put("title", problem.code());
        details.put("status", problem.status());
        details.put("detail", problem.message());
        details.put("instance", "urn:request:" + RequestIds.of(context));
        details.put("errors", problem.details());
        return details;
    }
}
