package io.github.clinicaldata.transport.http;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/**
 * Says of resources that take POST only that they do. Without it, {@code GET
 * /api/v1/members/generate} would look for a member called {@code generate}, and the framework does
 * not say which methods it takes.
 */
@ApplicationScoped
public class PostedPaths {
    private static final List<String> PATHS =
            List.of(
                    "/api/v1/:kind/generate",
                    Hl7Resource.PATH,
                    "/api/v1/feeds/:id/pause",
                    "/api/v1/feeds/:id/resume");

    private final ProblemWriter problems;

    PostedPaths(ProblemWriter problems) {
        this.problems = problems;
    }

    void register(@Observes Router router) {
        for (String path : PATHS) {
            router.route(path).handler(this::refuseOthers);
        }
    }

    private void refuseOthers(RoutingContext context) {
        if (context.request().method() == HttpMethod.POST
                || context.request().method() == HttpMethod.OPTIONS) {
            context.next();
        } else {
            problems.methodNotAllowed(context, "POST");
        }
    }
}
