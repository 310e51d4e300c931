package io.github.clinicaldata.transport.http;

import io.github.clinicaldata.plan.Catalog;
import io.github.clinicaldata.plan.PlanRejected;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Refuses methods that a path does not take, and tells by {@code OPTIONS} which it takes (RFC 9110,
 * sections 9.3.7 and 15.5.6). Refuses media types that it does not take or offer, too.
 */
@ApplicationScoped
public class MethodCheck {
    /** Behind the keys, and before all that answers. */
    private static final int BEFORE_ANSWERS = -90;

    private static final int NOT_FOUND = 404;
    private static final int NO_CONTENT = 204;

    private final Catalog catalog;
    private final ProblemWriter problems;

    MethodCheck(Catalog catalog, ProblemWriter problems) {
        this.catalog = catalog;
        this.problems = problems;
    }

    void register(@Observes Router router) {
        router.route().order(BEFORE_ANSWERS).handler(this::check);
    }

    private void check(RoutingContext context) {
        String path = context.normalizedPath();
        HttpMethod method = context.request().method();
        PathMethods.Entry entry = PathMethods.of(path).orElse(null);
        if (entry == null) {
            context.next();
        } else if (entry.takes(method.name())) {
            checkMediaTypes(context, entry.mediaTypes());
        } else if (entry.kind(path).filter(kind -> catalog.kind(kind).isEmpty()).isPresent()) {
            problems.write(context, HttpProblem.ofStatus(NOT_FOUND, method.name(), path));
        } else if (method == HttpMethod.OPTIONS) {
            context.response().setStatusCode(NO_CONTENT).putHeader("Allow", entry.methods()).end();
        } else {
            problems.methodNotAllowed(context, entry.methods());
        }
    }

    private void checkMediaTypes(RoutingContext context, PathMediaTypes mediaTypes) {
        try {
            HttpProblem problem = mediaTypes.problem(context).orElse(null);
            if (problem == null) {
                context.next();
            } else {
                problems.write(context, problem);
            }
        } catch (PlanRejected refused) {
            problems.fail(context, refused);
        }
    }
}
