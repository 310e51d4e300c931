package io.github.clinicaldata.plan;

import io.github.clinicaldata.support.Settings;
import io.github.clinicaldata.support.World;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Requests as a transport would make them, and a planner with the default settings. */
public final class PlanRequests {
    /** Plans with the default settings. */
    public static final Planner PLANNER =
            new Planner(World.catalog(), new Encoders(), Settings.defaults());

    private PlanRequests() {}

    /** Parameters as {@code name=value} pairs, in the order given. */
    static Map<String, List<String>> parameters(String... pairs) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        Arrays.stream(pairs)
                .filter(pair -> !pair.isEmpty())
                .map(pair -> pair.split("=", 2))
                .forEach(
                        pair ->
                                parameters
                                        .computeIfAbsent(pair[0], name -> new ArrayList<>())
                                        .add(pair[1]));
        return parameters;
    }

    static PlanRequest request(
            PlanRequest.Shape shape, @Nullable String lastEventId, String... pairs) {
        return new PlanRequest(
                "members",
                shape,
                parameters(pairs),
                List.of(),
                "ndjson",
                format -> true,
                lastEventId);
    }

    static GenerationPlan<?> stream(String... pairs) {
        return PLANNER.plan(request(PlanRequest.Shape.STREAM, null, pairs));
    }

    static GenerationPlan<?> page(String... pairs) {
        return PLANNER.plan(request(PlanRequest.Shape.PAGE, null, pairs));
    }

    static GenerationPlan<?> resumed(String lastEventId, String... pairs) {
        return PLANNER.plan(request(PlanRequest.Shape.STREAM, lastEventId, pairs));
    }
}
