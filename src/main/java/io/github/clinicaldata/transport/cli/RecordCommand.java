package io.github.clinicaldata.transport.cli;

import io.github.clinicaldata.plan.GenerationPlan;
import io.github.clinicaldata.plan.PlanRequest;
import io.github.clinicaldata.plan.Planner;
import io.github.clinicaldata.record.RecordKind;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** A command that writes records of one kind; made at run time, since kinds announce themselves. */
abstract class RecordCommand implements Callable<Integer> {
    /** The format of a command that gives none. */
    static final String DEFAULT_FORMAT = "ndjson";

    /** What is written. */
    final RecordKind<?> kind;

    /** Where it is written to. */
    final OutputOptions output = new OutputOptions();

    private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
    private final Planner planner;
    private final Generation generation;
    private List<OptionSpec> recordOptions = List.of();

    RecordCommand(RecordKind<?> kind, Planner planner, Generation generation) {
        this.kind = kind;
        this.planner = planner;
        this.generation = generation;
        spec.addMixin("output", CommandSpec.forAnnotatedObject(output));
        spec.usageMessage().sortOptions(false).abbreviateSynopsis(true);
    }

    /** The command with its options, for the parser. */
    final CommandSpec spec() {
        return spec;
    }

    /** Checks requests. */
    final Planner planner() {
        return planner;
    }

    /** Says which options are parameters of the request. */
    final void recordOptions(List<OptionSpec> options) {
        recordOptions = options;
    }

    /** The parameters of the request. */
    abstract Map<String, List<String>> parameters(Map<String, List<String>> given);

    @Override
    public final Integer call() throws Exception {
        CommandLine parsed = spec.commandLine();
        Map<String, List<String>> given =
                RecordOptions.parameters(recordOptions, parsed.getParseResult());
        GenerationPlan<?> plan =
                planner.plan(
                        new PlanRequest(
                                kind.name(),
                                PlanRequest.Shape.STREAM,
                                parameters(given),
                                List.of(),
                                DEFAULT_FORMAT,
                                format -> true,
                                null));
        if (output.dryRun) {
            PlanSummary.lines(plan).forEach(parsed.getOut()::println);
        } else {
            generation.run(plan, output, parsed.getErr());
        }
        return ExitCodes.OK;
    }
}
