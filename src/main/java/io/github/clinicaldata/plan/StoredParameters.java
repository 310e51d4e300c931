package io.github.clinicaldata.plan;

import io.github.clinicaldata.format.RecordFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Parameters of streams that are written down and planned again later, as those of jobs and feeds.
 */
public final class StoredParameters {
    private StoredParameters() {}

    /**
     * The request that they stand for.
     *
     * @param carried which formats can be carried
     */
    public static PlanRequest request(
            String kind, Map<String, String> parameters, Predicate<RecordFormat> carried) {
        return request(kind, parameters, "ndjson", carried);
    }

    /**
     * The request that they stand for.
     *
     * @param defaultFormat the format where they name none
     * @param carried which formats can be carried
     */
    public static PlanRequest request(
            String kind,
            Map<String, String> parameters,
            String defaultFormat,
            Predicate<RecordFormat> carried) {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        parameters.forEach((name, value) -> lists.put(name, List.of(value)));
        return new PlanRequest(
                kind, PlanRequest.Shape.STREAM, lists, List.of(), defaultFormat, carried, null);
    }

    /**
     * The parameters with those that would follow from settings, so that they mean the same after
     * the settings have changed.
     */
    public static Map<String, String> pinned(GenerationPlan<?> plan, Map<String, String> given) {
        Map<String, String> pinned = new TreeMap<>(given);
        pinned.put("format", plan.format().name());
        pinned.put("seed", String.valueOf(plan.population().seed()));
        pinned.put("epoch", plan.population().epoch().toString());
        pinned.put("as_of", plan.population().asOf().toString());
        if (!given.containsKey("count") && !given.containsKey("until")) {
            pinned.put("count", String.valueOf(plan.mostRecords()));
        }
        return pinned;
    }
}
