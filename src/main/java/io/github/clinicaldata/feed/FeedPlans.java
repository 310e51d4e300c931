package io.github.clinicaldata.feed;

import io.github.clinicaldata.feed.target.TargetKind;
import io.github.clinicaldata.plan.Catalog;
import io.github.clinicaldata.plan.GenerationPlan;
import io.github.clinicaldata.plan.Parameters;
import io.github.clinicaldata.plan.PlanRejected;
import io.github.clinicaldata.plan.Planner;
import io.github.clinicaldata.plan.StoredParameters;
import io.github.clinicaldata.record.RecordKind;
import jakarta.inject.Singleton;
import java.util.List;
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

    private final Catalog catalog;
    private final Planner planner;

    FeedPlans(Catalog catalog, Planner planner) {
        this.catalog = catalog;
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
        requireFormat(planner.kind(kind), target);
        return planner.plan(
                StoredParameters.request(
                        kind, parameters, target.defaultFormat(), target::carries));
    }

    /** A target that takes a standard takes only the kinds that the standard has messages for. */
    private void requireFormat(RecordKind<?> kind, TargetKind target) {
        if (!takes(target, kind)) {
            List<String> taken =
                    catalog.kinds().stream()
                            .filter(each -> takes(target, each))
                            .map(RecordKind::name)
                            .toList();
            throw new PlanRejected.InvalidValue(
                    "kind",
                    "%s is written in no format that a target of type %s takes; it takes %s"
                            .formatted(
                                    Parameters.quoted(kind.name()),
                                    target.name(),
                                    String.join(", ", taken)));
        }
    }

    private boolean takes(TargetKind target, RecordKind<?> kind) {
        return catalog.formats(kind).stream().anyMatch(target::carries);
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
