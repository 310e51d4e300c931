package io.github.clinicaldata.transport.cli;

import io.github.clinicaldata.security.key.ApiKeys;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code keys create}: writes the key to standard output and all else to standard error. */
@Command(name = "create", description = "Makes a key and writes it to standard output, this once.")
final class KeysCreateCommand implements Runnable {
    @Spec CommandSpec spec;

    @Option(names = "--name", paramLabel = "NAME", description = "Who has it.")
    @Nullable String name;

    @Option(
            names = "--scopes",
            paramLabel = "SCOPE",
            split = ",",
            description = "What it is good for: stream, jobs, feeds, admin.")
    List<String> scopes = List.of();

    @Option(
            names = "--expires-in",
            paramLabel = "TIME",
            description = "After how long it opens nothing more, such as 90d; never if left out.")
    @Nullable String expiresIn;

    private final ApiKeys keys;

    KeysCreateCommand(ApiKeys keys) {
        this.keys = keys;
    }

    @Override
    public void run() {
        ApiKeys.Made made = keys.create(name, scopes, expiresIn);
        spec.commandLine().getOut().println(made.text());
        spec.commandLine()
                .getErr()
                .println("Made key " + made.key().id() + "; it can't be shown again");
    }
}
