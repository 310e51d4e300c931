package io.github.clinicaldata.transport.http.job;

import io.github.clinicaldata.transport.http.ProblemWriter;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Says that jobs are posted; without it, {@code GET /api/v1/members/generate} would look for a
 * member called {@code generate}.
 */
@ApplicationScoped
public class GenerateMethods {
    private static final String PATH = "/api/v1/:kind/generate";

    private final ProblemWriter problems;

    GenerateMethods(ProblemWriter problems) {
        this.problems = problems;
    }

    void register(@Observes Router router) {
        router.get(PATH).handler(this::refuse);
        router.head(PATH).handler(this::refuse);
    }

    private void refuse(RoutingContext context) {
        problems.methodNotAllowed(context, "POST");
    }
}
