package io.github.clinicaldata.transport.cli;

import io.github.clinicaldata.plan.Planner;
import io.github.clinicaldata.record.RecordKind;
import java.util.List;
import java.util.Map;

/** {@code generate KIND}: the same stream as over HTTP, to standard output or a file. */
final class GenerateCommand extends RecordCommand {
    GenerateCommand(
            RecordKind<?> kind, RecordOptions options, Planner planner, Generation generation) {
        super(kind, planner, generation);
        spec().name(kind.name())
                .usageMessage()
                .description("Writes " + kind.name() + ": " + kind.description() + ".%n");
        recordOptions(options.addStreamOptions(spec(), kind));
    }

    @Override
    Map<String, List<String>> parameters(Map<String, List<String>> given) {
        return given;
    }
}
