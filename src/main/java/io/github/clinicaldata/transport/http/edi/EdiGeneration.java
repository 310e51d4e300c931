package io.github.clinicaldata.transport.http.edi;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.clinicaldata.plan.PlanRejected;
import io.github.clinicaldata.transport.http.HttpProblem;
import io.github.clinicaldata.transport.http.JsonBodies;
import io.github.clinicaldata.transport.http.ProblemWriter;
import io.github.clinicaldata.transport.http.QueryParameters;
import io.github.clinicaldata.transport.http.StreamRoutes;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code POST /edi/generate}, with and without {@code /api/v1}: an X12 file of a few records. */
@ApplicationScoped
public class EdiGeneration {
    /** Where it is. */
    public static final List<String> PATHS = List.of("/edi/generate", "/api/v1/edi/generate");

    private static final int MOST_BYTES = 1 << 16;
    private static final int TOO_LARGE = 413;

    private final StreamRoutes streams;
    private final GenerationBody bodies;
    private final ProblemWriter problems;

    EdiGeneration(StreamRoutes streams, GenerationBody bodies, ProblemWriter problems) {
        this.streams = streams;
        this.bodies = bodies;
        this.problems = problems;
    }

    void register(@Observes Router router) {
        for (String path : PATHS) {
            router.post(path).handler(this::checkHead);
            router.post(path)
                    .handler(BodyHandler.create(false).setBodyLimit(MOST_BYTES))
                    .handler(this::generate)
                    .failureHandler(this::failed);
        }
    }

    private void checkHead(RoutingContext context) {
        try {
            MediaTypes.require(context.request(), MediaTypes.JSON);
            QueryParameters.requireNone(context);
            context.next();
        } catch (HttpRefusal e) {
            problems.write(context, e.problem());
        } catch (PlanRejected e) {
            problems.fail(context, e);
        }
    }

    private void generate(RoutingContext context) {
        try {
            GenerationBody.Asked asked = bodies.read(object(context.body().buffer()));
            try {
                streams.start(context, asked.request());
            } catch (PlanRejected e) {
                throw e.renamed(asked.fields());
            }
        } catch (RuntimeException e) {
            problems.fail(context, e);
        }
    }

    private static JsonNode object(@Nullable Buffer body) {
        return JsonBodies.object(body == null ? null : body.getBytes(), "{\"record_count\": 5}");
    }

    private void failed(RoutingContext context) {
        if (context.statusCode() == TOO_LARGE) {
            HttpProblem problem = HttpRefusal.tooLarge(MOST_BYTES, "this path").problem();
            problems.write(context, problem);
        } else {
            context.next();
        }
    }
}
