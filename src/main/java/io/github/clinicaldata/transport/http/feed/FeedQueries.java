package io.github.clinicaldata.transport.http.feed;

import io.github.clinicaldata.feed.FeedQuery;
import io.github.clinicaldata.feed.FeedState;
import io.github.clinicaldata.feed.target.TargetCatalog;
import io.github.clinicaldata.plan.Catalog;
import io.github.clinicaldata.plan.PlanRejected;
import io.github.clinicaldata.record.RecordKind;
import io.github.clinicaldata.transport.http.ListParameters;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** Reads which feeds are to be listed. */
@Singleton
final class FeedQueries {
    private static final List<String> KNOWN =
            List.of("status", "kind", "target", "limit", "cursor");

    private final Catalog catalog;
    private final TargetCatalog targets;

    FeedQueries(Catalog catalog, TargetCatalog targets) {
        this.catalog = catalog;
        this.targets = targets;
    }

    /**
     * The query of some parameters.
     *
     * @throws PlanRejected when one is wrong
     */
    FeedQuery read(Map<String, List<String>> given) {
        ListParameters parameters = new ListParameters(given, KNOWN);
        String status = parameters.choice("status", FeedState.words());
        return new FeedQuery(
                status == null ? null : FeedState.of(status),
                parameters.choice("kind", catalog.kinds().stream().map(RecordKind::name).toList()),
                parameters.choice("target", targets.names()),
                parameters.cursor(),
                parameters.limit());
    }
}
