package io.github.clinicaldata.transport.http;

import io.github.clinicaldata.plan.FieldProblem;
import io.github.clinicaldata.plan.PlanRejected;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.util.List;
import java.util.Set;

/** The query of paths that say all in their body, or have nothing to say. */
public final class QueryParameters {
    private QueryParameters() {}

    /**
     * Refuses a query, so that nobody believes that it was heeded.
     *
     * @throws PlanRejected when the request has one
     */
    public static void requireNone(RoutingContext context) {
        List<FieldProblem> problems =
                names(context).stream()
                        .map(
                                name ->
                                        new FieldProblem(
                                                name,
                                                "is not a parameter of this path, which has none"))
                        .toList();
        if (!problems.isEmpty()) {
            throw new PlanRejected.InvalidValue(problems);
        }
    }

    private static Set<String> names(RoutingContext context) {
        try {
            return context.queryParams().names();
        } catch (HttpException e) {
            throw new PlanRejected.Unreadable(
                    List.of(new FieldProblem("query", "can't be decoded")));
        }
    }
}
