package io.github.clinicaldata.transport.cli;

import io.github.clinicaldata.plan.Catalog;
import io.github.clinicaldata.plan.Planner;
import io.github.clinicaldata.record.RecordKind;
import io.quarkus.picocli.runtime.annotations.TopCommand;
import jakarta.inject.Singleton;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Puts the command line together: the fixed commands, and for each kind those that write it. */
@Singleton
final class Commands {
    private final GeneratorCommand root;
    private final CommandLine.IFactory factory;
    private final Catalog catalog;
    private final RecordOptions options;
    private final Planner planner;
    private final Generation generation;

    Commands(
            @TopCommand GeneratorCommand root,
            CommandLine.IFactory factory,
            Catalog catalog,
            RecordOptions options,
            Planner planner,
            Generation generation) {
        this.root = root;
        this.factory = factory;
        this.catalog = catalog;
        this.options = options;
        this.planner = planner;
        this.generation = generation;
    }

    /** A command line for one run. */
    CommandLine build() {
        CommandErrors errors = new CommandErrors();
        CommandLine commands = new CommandLine(root, factory);
        commands.addSubcommand(
                "generate",
                perKind(
                        "Writes records of a kind to standard output or a file.",
                        kind -> new GenerateCommand(kind, options, planner, generation).spec()));
        commands.addSubcommand(
                "get",
                perKind(
                        "Writes the record of an id.",
                        kind -> new GetCommand(kind, options, planner, generation).spec()));
        commands.addSubcommand(
                "profile",
                perKind(
                        "Tells how the values of records lie, beside their sources.",
                        kind -> new ProfileCommand(kind, options, planner).spec()));
        return commands.setExpandAtFiles(false)
                .setExecutionExceptionHandler(errors)
                .setParameterExceptionHandler(errors);
    }

    private CommandSpec perKind(String description, Function<RecordKind<?>, CommandSpec> command) {
        String kinds = String.join(", ", catalog.kinds().stream().map(RecordKind::name).toList());
        KindExpected withoutKind = new KindExpected("A kind is expected: " + kinds);
        CommandSpec parent = withoutKind.spec;
        parent.usageMessage()
                .description(description)
                .synopsisSubcommandLabel("KIND")
                .commandListHeading("%nKinds; each has a --help of its own:%n");
        for (RecordKind<?> kind : catalog.kinds()) {
            parent.addSubcommand(kind.name(), command.apply(kind));
        }
        return parent;
    }

    /** What a command without its kind runs. */
    private static final class KindExpected implements Runnable {
        private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
        private final String message;

        KindExpected(String message) {
            this.message = message;
        }

        @Override
        public void run() {
            throw new CommandLine.ParameterException(spec.commandLine(), message);
        }
    }
}
