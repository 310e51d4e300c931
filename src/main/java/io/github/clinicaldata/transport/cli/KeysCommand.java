package io.github.clinicaldata.transport.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code keys}: makes, lists and revokes the keys of the server. */
@Command(
        name = KeysCommand.NAME,
        description = {
            "Makes, lists and revokes API keys.",
            "A server that uses the same file (CLINICAL_SECURITY_KEY_FILE) sees changes in a"
                    + " second."
        },
        subcommands = {KeysCreateCommand.class, KeysListCommand.class, KeysRevokeCommand.class})
final class KeysCommand implements Runnable {
    /** How the command is called. */
    static final String NAME = "keys";

    @Spec CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(),
                "A command is expected: " + String.join(", ", spec.subcommands().keySet()));
    }
}
