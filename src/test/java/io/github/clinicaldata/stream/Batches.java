package io.github.clinicaldata.stream;

import io.github.clinicaldata.plan.GenerationPlan;
import io.github.clinicaldata.plan.PlanRequests;
import io.github.clinicaldata.plan.StoredParameters;
import java.util.Map;

/** Batches for tests of other packages. */
public final class Batches {
    private Batches() {}

    /** The first records of a kind as one batch. */
    public static Batch first(String kind, String format, boolean documents, int records) {
        return first(
                PlanRequests.PLANNER.plan(
                        StoredParameters.request(
                                kind,
                                Map.of("count", String.valueOf(records), "format", format),
                                each -> true)),
                documents,
                records);
    }

    /** The first batch of a plan. */
    public static Batch first(GenerationPlan<?> plan, boolean documents, int records) {
        BatchSource<?> source =
                new BatchSource<>(
                        plan, new BatchSource.Shape(documents, records, 1 << 20), 1 << 10);
        Batch batch = source.next();
        if (batch == null) {
            throw new IllegalStateException("No records");
        }
        return batch;
    }
}
