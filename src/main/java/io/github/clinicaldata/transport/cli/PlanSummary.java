package io.github.clinicaldata.transport.cli;

import io.github.clinicaldata.plan.GenerationPlan;
import io.github.clinicaldata.plan.IndexSequence;
import java.util.List;

/** Says what a plan writes, so that it can be written again. */
final class PlanSummary {
    private PlanSummary() {}

    /** One property of the plan in each line. */
    static List<String> lines(GenerationPlan<?> plan) {
        return List.of(
                "kind:       " + plan.kind().name(),
                "format:     " + plan.format().name() + " (" + plan.format().mediaType() + ")",
                "population: " + plan.population().name(),
                "indexes:    " + indexes(plan),
                "records:    " + records(plan));
    }

    private static String indexes(GenerationPlan<?> plan) {
        IndexSequence indexes = plan.indexes();
        String end =
                indexes.until() >= plan.kind().indexes().size(plan.population())
                        ? "the end"
                        : String.valueOf(indexes.until() - 1);
        String blocks =
                indexes.stride() == 1
                        ? ""
                        : ", every %dth block of %d".formatted(indexes.stride(), indexes.block());
        return indexes.isEmpty() ? "none" : indexes.from() + " to " + end + blocks;
    }

    private static String records(GenerationPlan<?> plan) {
        String most = plan.remaining() == Long.MAX_VALUE ? "all" : "at most " + plan.remaining();
        return plan.filter() == null ? most : most + " that the filters select";
    }
}
