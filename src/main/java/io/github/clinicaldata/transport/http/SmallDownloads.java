package io.github.clinicaldata.transport.http;

import io.github.clinicaldata.config.GeneratorConfig;
import io.github.clinicaldata.plan.FieldProblem;
import io.github.clinicaldata.plan.PlanRejected;
import io.github.clinicaldata.plan.PlanRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;

/**
 * {@code GET /members/csv?members_num=10}, with and without {@code /api/v1}, as older clients call
 * it.
 */
@ApplicationScoped
public class SmallDownloads {
    private static final List<String> PATHS = List.of("/members/csv", "/api/v1/members/csv");
    private static final String COUNT = "members_num";

    private final StreamRoutes streams;
    private final ProblemWriter problems;
    private final int most;

    SmallDownloads(StreamRoutes streams, ProblemWriter problems, GeneratorConfig config) {
        this.streams = streams;
        this.problems = problems;
        most = config.limits().maxRecordsPerRequest();
    }

    void register(@Observes Router router) {
        for (String path : PATHS) {
            router.get(path).handler(this::membersCsv);
            router.head(path).handler(this::membersCsv);
            router.route(path).handler(problems::methodNotAllowed);
        }
    }

    private void membersCsv(RoutingContext context) {
        try {
            Map<String, List<String>> parameters = StreamRoutes.parameters(context.queryParams());
            List<String> given = parameters.remove(COUNT);
            if (given != null) {
                parameters.put("count", List.of(count(given.get(0))));
            }
            parameters.put("format", List.of("csv"));
            streams.start(
                    context,
                    new PlanRequest(
                            "members",
                            PlanRequest.Shape.STREAM,
                            parameters,
                            List.of(),
                            "csv",
                            format -> true,
                            null));
        } catch (RuntimeException e) {
            problems.fail(context, e);
        }
    }

    private String count(String given) {
        long number;
        try {
            number = Long.parseLong(given);
        } catch (NumberFormatException e) {
            throw new PlanRejected.Unreadable(
                    List.of(new FieldProblem(COUNT, "must be a number between 1 and " + most)));
        }
        if (number < 1 || number > most) {
            throw new PlanRejected.InvalidValue(COUNT, "Must be between 1 and " + most);
        }
        return given;
    }
}
