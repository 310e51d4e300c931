package io.github.clinicaldata.feed;

import io.github.clinicaldata.feed.target.TargetKind;
import io.github.clinicaldata.plan.GenerationPlan;
import io.github.clinicaldata.plan.PlanRejected;
import io.github.clinicaldata.plan.Planner;
import io.github.clinicaldata.plan.StoredParameters;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The plans of feeds: those of streams, in the formats that their targets take. */
@Singleton
final class FeedPlans {
    /** The parameter that names the rate. */
    static final String RATE = "rate";

    /** The parameter that says how records spread in time. */
    static final String ARRIVAL = "arrival";

    private final Planner planner;

    FeedPlans(Planner planner) {
        this.planner = planner;
    }

    /**
     * Checks a request for a feed.
     *
     * @throws PlanRejected when it asks for what is not offered or makes no sense
     */
    GenerationPlan<?> check(String kind, Map<String, String> parameters, TargetKind target) {
        if (parameters.containsKey("resume_after")) {
            throw new PlanRejected.InvalidValue(
                    "resume_after",
                    "is of streams only; a feed knows itself where it was, and offset says where it"
                            + " begins");
        }
        return planner.plan(
                StoredParameters.request(
                        kind, parameters, target.defaultFormat(), target::carries));
    }

    /** The plan of what is left of a feed whose parameters were checked before. */
    GenerationPlan<?> rest(Feed feed) {
        GenerationPlan<?> plan = whole(feed, feed.rate(), feed.arrival());
        Long last = feed.progress().lastIndex();
        return last == null
                ? plan
                : plan.resumedAfter(last, feed.progress().sent() + feed.progress().refused());
    }

    /**
     * The plan of a feed at a rate.
     *
     * @throws PlanRejected when the rate is none
     */
    GenerationPlan<?> whole(Feed feed, @Nullable String rate, @Nullable String arrival) {
        Map<String, String> parameters = new TreeMap<>(feed.parameters());
        if (rate != null) {
            parameters.put(RATE, rate);
        }
        if (arrival != null) {
            parameters.put(ARRIVAL, arrival);
        }
        return planner.plan(StoredParameters.request(feed.kind(), parameters, format -> true));
    }
}
