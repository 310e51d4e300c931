package io.github.clinicaldata.transport.http;

import io.github.clinicaldata.config.GeneratorConfig;
import io.github.clinicaldata.plan.FieldProblem;
import io.github.clinicaldata.plan.Parameters;
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

    /** Parameters of streams that are fixed here, or bounded by another name. */
    public static final List<String> FIXED = List.of("count", "until", "format");

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
        }
    }

    private void membersCsv(RoutingContext context) {
        try {
            Map<String, List<String>> parameters = StreamRoutes.parameters(context.queryParams());
            for (String name : FIXED) {
                if (parameters.containsKey(name)) {
                    throw new PlanRejected.InvalidValue(
                            name, "is not known here; how many is said by " + COUNT);
                }
            }
            List<String> given = parameters.remove(COUNT);
            if (given != null) {
                parameters.put("count", List.of(count(given)));
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

    private String count(List<String> given) {
        if (given.size() > 1) {
            throw new PlanRejected.InvalidValue(COUNT, "was given several times; once is allowed");
        }
        long number;
        try {
            number = Parameters.parseLong(given.get(0));
        } catch (NumberFormatException e) {
            throw new PlanRejected.Unreadable(
                    List.of(new FieldProblem(COUNT, "must be a number between 1 and " + most)));
        }
        if (number < 1 || number > most) {
            throw new PlanRejected.InvalidValue(COUNT, "Must be between 1 and " + most);
        }
        return String.valueOf(number);
    }
}
