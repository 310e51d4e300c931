package io.github.clinicaldata.transport.http.edi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.github.clinicaldata.plan.FieldProblem;
import io.github.clinicaldata.plan.PlanRejected;
import io.github.clinicaldata.transport.http.HttpProblem;
import io.github.clinicaldata.transport.http.ProblemWriter;
import io.github.clinicaldata.transport.http.StreamRoutes;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.util.List;

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
    private final ObjectReader json;

    EdiGeneration(
            StreamRoutes streams,
            GenerationBody bodies,
            ProblemWriter problems,
            ObjectMapper mapper) {
        this.streams = streams;
        this.bodies = bodies;
        this.problems = problems;
        json =
                mapper.reader()
                        .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                        .with(StreamReadFeature.STRICT_DUPLICATE_DETECTION);
    }

    void register(@Observes Router router) {
        for (String path : PATHS) {
            router.post(path).handler(this::checkType);
            router.post(path)
                    .handler(BodyHandler.create(false).setBodyLimit(MOST_BYTES))
                    .handler(this::generate)
                    .failureHandler(this::failed);
            router.route(path).handler(context -> problems.methodNotAllowed(context, "POST"));
        }
    }

    private void checkType(RoutingContext context) {
        try {
            MediaTypes.require(context.request(), MediaTypes.JSON);
            context.next();
        } catch (HttpRefusal e) {
            problems.write(context, e.problem());
        }
    }

    private void generate(RoutingContext context) {
        try {
            GenerationBody.Asked asked = bodies.read(parse(context.body().buffer()));
            try {
                streams.start(context, asked.request());
            } catch (PlanRejected e) {
                throw asked.renamed(e);
            }
        } catch (RuntimeException e) {
            problems.fail(context, e);
        }
    }

    private JsonNode parse(Buffer body) {
        if (body == null || body.length() == 0) {
            throw unreadable("is empty; a JSON object is expected, such as {\"record_count\": 5}");
        }
        try {
            return json.readTree(body.getBytes());
        } catch (JsonProcessingException e) {
            throw unreadable("is no JSON: " + said(e));
        } catch (IOException e) {
            throw unreadable("can't be read");
        }
    }

    private static String said(JsonProcessingException failure) {
        String message = String.valueOf(failure.getOriginalMessage()).replaceAll("\\s+", " ");
        String place =
                failure.getLocation() == null
                        ? ""
                        : " at line %d, column %d"
                                .formatted(
                                        failure.getLocation().getLineNr(),
                                        failure.getLocation().getColumnNr());
        return (message.length() > 120 ? message.substring(0, 120) + "…" : message) + place;
    }

    private static PlanRejected unreadable(String issue) {
        return new PlanRejected.Unreadable(List.of(new FieldProblem("body", issue)));
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
