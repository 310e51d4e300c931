package io.github.clinicaldata.transport.http.job;

import io.github.clinicaldata.job.JobQuery;
import io.github.clinicaldata.job.JobState;
import io.github.clinicaldata.plan.Catalog;
import io.github.clinicaldata.plan.FieldProblem;
import io.github.clinicaldata.plan.NearestName;
import io.github.clinicaldata.plan.Parameters;
import io.github.clinicaldata.plan.PlanRejected;
import io.github.clinicaldata.record.RecordKind;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads which jobs are to be listed. */
@Singleton
public final class JobQueries {
    /** The largest page. */
    public static final int MOST = 1000;

    private static final int DEFAULT = 100;
    private static final List<String> KNOWN = List.of("status", "kind", "limit", "cursor");

    private final Catalog catalog;

    JobQueries(Catalog catalog) {
        this.catalog = catalog;
    }

    /** The words for states. */
    public static List<String> states() {
        return Arrays.stream(JobState.values()).map(JobState::word).toList();
    }

    /**
     * The query of some parameters.
     *
     * @throws PlanRejected when one is wrong
     */
    JobQuery read(Map<String, List<String>> parameters) {
        parameters.forEach(JobQueries::check);
        String status = value(parameters, "status");
        if (status != null && !states().contains(status)) {
            throw refused("status", status, "must be one of " + String.join(", ", states()));
        }
        List<String> kinds = catalog.kinds().stream().map(RecordKind::name).toList();
        String kind = value(parameters, "kind");
        if (kind != null && !kinds.contains(kind)) {
            throw refused("kind", kind, "must be one of " + String.join(", ", kinds));
        }
        String cursor = value(parameters, "cursor");
        JobQuery.Position after =
                cursor == null ? null : JobQuery.Position.parse(cursor).orElse(null);
        if (cursor != null && after == null) {
            throw refused("cursor", cursor, "must be a next_cursor of a page before");
        }
        return new JobQuery(
                status == null ? null : JobState.of(status),
                kind,
                after,
                limit(value(parameters, "limit")));
    }

    private static void check(String name, List<String> values) {
        if (!KNOWN.contains(name)) {
            throw new PlanRejected.InvalidValue(
                    name,
                    "is not known here; "
                            + NearestName.of(name, KNOWN)
                                    .map(nearest -> "did you mean " + nearest + "?")
                                    .orElse("known are " + String.join(", ", KNOWN)));
        }
        if (values.size() > 1) {
            throw new PlanRejected.InvalidValue(
                    name, "was given " + values.size() + " times; once is allowed");
        }
    }

    private static @Nullable String value(Map<String, List<String>> parameters, String name) {
        List<String> values = parameters.getOrDefault(name, List.of());
        return values.isEmpty() ? null : values.get(0);
    }

    private static int limit(@Nullable String value) {
        if (value == null) {
            return DEFAULT;
        }
        String allowed = "a whole number from 1 to " + MOST;
        try {
            long limit = Parameters.parseLong(value);
            if (limit >= 1 && limit <= MOST) {
                return (int) limit;
            }
        } catch (NumberFormatException e) {
            throw new PlanRejected.Unreadable(
                    List.of(new FieldProblem("limit", quoted(value) + " is not " + allowed)));
        }
        throw refused("limit", value, "must be " + allowed);
    }

    private static PlanRejected refused(String name, String value, String issue) {
        return new PlanRejected.InvalidValue(name, quoted(value) + " " + issue);
    }

    private static String quoted(String value) {
        return '"' + (value.length() > 60 ? value.substring(0, 60) + "…" : value) + '"';
    }
}
