package io.github.clinicaldata.transport.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.clinicaldata.security.AccessRefused;
import io.quarkus.arc.All;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Writes problems: in the envelope, as {@code application/problem+json} (RFC 9457) where the client
 * asks for it, or in the {@link ProblemShape} of the path.
 */
@Singleton
public final class ProblemWriter {
    private static final Logger LOG = Logger.getLogger(ProblemWriter.class);
    private static final int VERSION_NOT_SUPPORTED = 505;
    private static final String PROBLEM_JSON = "application/problem+json";

    /** When a client whose request may succeed soon is to try again. */
    static final String RETRY_AFTER_SECONDS = "5";

    private final ObjectMapper json;
    private final String version;
    private final List<ProblemShape> shapes;

    ProblemWriter(
            ObjectMapper json,
            @All List<ProblemShape> shapes,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.json = json;
        this.shapes = shapes;
        this.version = version;
    }

    /** What every envelope of a request ends with. */
    public Envelope.Meta meta(RoutingContext context) {
        return new Envelope.Meta(version, RequestIds.of(context));
    }

    /** Logs what the client can't mend, and answers. */
    public void fail(RoutingContext context, Throwable failure) {
        if (context.response().ended()) {
            // answered before, as where a body was found too long while it was worked on
            LOG.debugf(failure, "Request %s had its answer", RequestIds.of(context));
            return;
        }
        write(context, problem(context, failure));
    }

    /**
     * What a failure is to the client. What the client can't mend is logged under the id of the
     * request, and how to be let in is told by headers.
     */
    HttpProblem problem(RoutingContext context, Throwable failure) {
        HttpProblem problem = HttpProblem.of(failure);
        if (problem.status() >= 500 && problem.status() != HttpProblem.UNAVAILABLE) {
            LOG.errorf(failure, "Request %s failed", RequestIds.of(context));
        }
        if (failure instanceof AccessRefused refused && !context.response().headWritten()) {
            AccessHeaders.put(context.response(), refused);
        }
        return problem;
    }

    /**
     * Answers a request whose path is known and whose method is not.
     *
     * @param allowed the methods that the path takes
     */
    public void methodNotAllowed(RoutingContext context, String allowed) {
        context.response().putHeader("Allow", allowed);
        write(
                context,
                HttpProblem.ofStatus(
                        HttpProblem.METHOD_NOT_ALLOWED,
                        context.request().method().name(),
                        context.normalizedPath()));
    }

    /**
     * Refuses a stream over HTTP/1.0, whose answers end with the connection: a broken one would
     * look whole there.
     *
     * @return whether it did
     */
    public boolean refusesOldVersion(RoutingContext context) {
        if (context.request().version() != HttpVersion.HTTP_1_0) {
            return false;
        }
        write(
                context,
                new HttpProblem(
                        VERSION_NOT_SUPPORTED,
                        "HTTP_VERSION_NOT_SUPPORTED",
                        "Streams need HTTP/1.1 or HTTP/2: over HTTP/1.0 a truncated answer looks"
                                + " like a whole one",
                        List.of()));
        return true;
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
        if (problem.status() == HttpProblem.METHOD_NOT_ALLOWED
                && !context.response().headers().contains("Allow")) {
            context.response().putHeader("Allow", allowed);
        }
        if (problem.isPassing()) {
            context.response().putHeader("Retry-After", RETRY_AFTER_SECONDS);
        }
        context.response()
                .setStatusCode(problem.status())
                .putHeader("Content-Type", mediaType(context))
                .end(body(context, problem));
    }

    /** The media type that {@link #body} is in. */
    public String mediaType(RoutingContext context) {
        return shape(context)
                .map(ProblemShape::mediaType)
                .orElse(AcceptHeader.takesProblems(context) ? PROBLEM_JSON : "application/json");
    }

    /** The answer's body. */
    public String body(RoutingContext context, HttpProblem problem) {
        Object shaped =
                shape(context)
                        .map(shape -> shape.body(problem))
                        .orElseGet(() -> usual(context, problem));
        try {
            return json.writeValueAsString(shaped);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Optional<ProblemShape> shape(RoutingContext context) {
        String path = context.normalizedPath();
        return shapes.stream().filter(shape -> shape.isOf(path)).findFirst();
    }

    private Object usual(RoutingContext context, HttpProblem problem) {
        return AcceptHeader.takesProblems(context)
                ? problemDetails(context, problem)
                : Envelope.of(
                        new Envelope.Problem(problem.code(), problem.message(), problem.details()),
                        meta(context));
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
