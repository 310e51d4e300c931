package io.github.clinicaldata.stream;

import io.github.clinicaldata.plan.GenerationPlan;

/** Batches for tests of other packages. */
public final class Batches {
    private Batches() {}

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
