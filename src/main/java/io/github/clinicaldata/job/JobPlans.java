package io.github.clinicaldata.job;

import io.github.clinicaldata.config.GeneratorConfig;
import io.github.clinicaldata.config.JobsConfig;
import io.github.clinicaldata.plan.GenerationPlan;
import io.github.clinicaldata.plan.IndexSequence;
import io.github.clinicaldata.plan.PlanRejected;
import io.github.clinicaldata.plan.PlanRequest;
import io.github.clinicaldata.plan.Planner;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The plans of jobs: those of streams, but for what only makes sense while a client listens. */
@Singleton
final class JobPlans {
    private final Planner planner;
    private final JobsConfig config;

    JobPlans(Planner planner, GeneratorConfig config) {
        this.planner = planner;
        this.config = config.jobs();
    }

    /**
     * Checks a request for a job.
     *
     * @throws PlanRejected when it asks for what is not offered or makes no sense
     */
    GenerationPlan<?> check(String kind, Map<String, String> parameters) {
        for (String name : Jobs.OF_STREAMS_ONLY) {
            if (parameters.containsKey(name)) {
                throw new PlanRejected.InvalidValue(
                        name, "is of streams only; a job writes as fast as it can");
            }
        }
        GenerationPlan<?> plan = plan(kind, parameters);
        if (records(plan) > config.maxRecords()) {
            throw new PlanRejected.InvalidValue(
                    "count",
                    "asks for %d records; a job makes %d at most"
                            .formatted(records(plan), config.maxRecords()));
        }
        return plan;
    }

    /** The plan of a job whose parameters were checked before. */
    GenerationPlan<?> plan(String kind, Map<String, String> parameters) {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        parameters.forEach((name, value) -> lists.put(name, List.of(value)));
        return planner.plan(
                new PlanRequest(
                        kind,
                        PlanRequest.Shape.STREAM,
                        lists,
                        List.of(),
                        "ndjson",
                        format -> true,
                        null));
    }

    /** How many records a plan makes at most. */
    static long records(GenerationPlan<?> plan) {
        IndexSequence indexes = plan.indexes();
        long looked = Math.max(0, indexes.until() - indexes.from());
        long share = indexes.stride() == 1 ? looked : looked / indexes.stride() + indexes.block();
        return Math.min(plan.remaining(), share);
    }

    /**
     * A job's parameters with those that would follow from settings, so that they mean the same
     * after the settings have changed.
     */
    static Map<String, String> pinned(GenerationPlan<?> plan, Map<String, String> given) {
        Map<String, String> pinned = new TreeMap<>(given);
        pinned.put("format", plan.format().name());
        pinned.put("seed", String.valueOf(plan.population().seed()));
        pinned.put("epoch", plan.population().epoch().toString());
        pinned.put("as_of", plan.population().asOf().toString());
        if (!given.containsKey("count") && !given.containsKey("until")) {
            pinned.put("count", String.valueOf(records(plan)));
        }
        return pinned;
    }
}
