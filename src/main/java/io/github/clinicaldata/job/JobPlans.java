package io.github.clinicaldata.job;

import io.github.clinicaldata.config.GeneratorConfig;
import io.github.clinicaldata.config.JobsConfig;
import io.github.clinicaldata.plan.GenerationPlan;
import io.github.clinicaldata.plan.PlanRejected;
import io.github.clinicaldata.plan.Planner;
import io.github.clinicaldata.plan.StoredParameters;
import jakarta.inject.Singleton;
import java.util.Map;

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
        if (plan.mostRecords() > config.maxRecords()) {
            throw new PlanRejected.InvalidValue(
                    "count",
                    "asks for %d records; a job makes %d at most"
                            .formatted(plan.mostRecords(), config.maxRecords()));
        }
        return plan;
    }

    /** The plan of a job whose parameters were checked before. */
    GenerationPlan<?> plan(String kind, Map<String, String> parameters) {
        return planner.plan(StoredParameters.request(kind, parameters, format -> true));
    }
}
