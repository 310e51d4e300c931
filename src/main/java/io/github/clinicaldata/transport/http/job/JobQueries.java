package io.github.clinicaldata.transport.http.job;

import io.github.clinicaldata.job.JobQuery;
import io.github.clinicaldata.job.JobState;
import io.github.clinicaldata.plan.Catalog;
import io.github.clinicaldata.plan.PlanRejected;
import io.github.clinicaldata.record.RecordKind;
import io.github.clinicaldata.transport.http.ListParameters;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Reads which jobs are to be listed. */
@Singleton
public final class JobQueries {
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
    JobQuery read(Map<String, List<String>> given) {
        ListParameters parameters = new ListParameters(given, KNOWN);
        String status = parameters.choice("status", states());
        return new JobQuery(
                status == null ? null : JobState.of(status),
                parameters.choice("kind", catalog.kinds().stream().map(RecordKind::name).toList()),
                parameters.cursor(),
                parameters.limit());
    }
}
