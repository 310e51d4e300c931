package io.github.clinicaldata.transport.http;

import io.github.clinicaldata.plan.PlanRejected;
import io.github.clinicaldata.work.WorkRejected;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Gives every failure the same shape, wherever it comes up. */
@ApplicationScoped
public class Failures {
    private static final int SERVER_ERROR = 500;
    private static final int AFTER_ALL = Integer.MAX_VALUE;

    private final ProblemWriter problems;
    private final SecurityHeaders headers;

    Failures(ProblemWriter problems, SecurityHeaders headers) {
        this.problems = problems;
        this.headers = headers;
    }

    void register(@Observes Router router) {
        router.route("/*")
                .last()
                .order(AFTER_ALL)
                .handler(context -> problems.write(context, ofStatus(404, context)))
                .failureHandler(this::failed);
        router.errorHandler(405, context -> problems.write(context, ofStatus(405, context)));
        router.errorHandler(400, context -> problems.write(context, ofStatus(400, context)));
        router.errorHandler(413, context -> problems.write(context, ofStatus(413, context)));
    }

    private void failed(RoutingContext context) {
        int status = context.statusCode();
        if (!context.response().headWritten()) {
            // what fails before the first route has come by none of them
            headers.put(context);
            context.response().putHeader(RequestIds.HEADER, RequestIds.of(context));
        }
        if (status > 0 && status != SERVER_ERROR) {
            problems.write(context, ofStatus(status, context));
        } else {
            problems.fail(context, context.failure());
        }
    }

    @ServerExceptionMapper
    Response rejected(PlanRejected failure, RoutingContext context) {
        return response(context, HttpProblem.of(failure));
    }

    @ServerExceptionMapper
    Response refused(WorkRejected failure, RoutingContext context) {
        return response(context, HttpProblem.of(failure));
    }

    @ServerExceptionMapper
    Response chosen(WebApplicationException failure, RoutingContext context) {
        Response answer = response(context, ofStatus(failure.getResponse().getStatus(), context));
        // of paths that PathMethods does not know
        String allow = failure.getResponse().getHeaderString("Allow");
        return failure instanceof NotAllowedException && allow != null
                ? Response.fromResponse(answer).header("Allow", allow).build()
                : answer;
    }

    @ServerExceptionMapper
    Response unforeseen(RuntimeException failure, RoutingContext context) {
        return response(context, problems.problem(context, failure));
    }

    private static HttpProblem ofStatus(int status, RoutingContext context) {
        return HttpProblem.ofStatus(
                status, context.request().method().name(), context.normalizedPath());
    }

    private Response response(RoutingContext context, HttpProblem problem) {
        Response.ResponseBuilder answer =
                Response.status(problem.status())
                        .header("Content-Type", problems.mediaType(context))
                        .entity(problems.body(context, problem));
        if (problem.isPassing()) {
            answer.header("Retry-After", ProblemWriter.RETRY_AFTER_SECONDS);
        }
        return answer.build();
    }
}
