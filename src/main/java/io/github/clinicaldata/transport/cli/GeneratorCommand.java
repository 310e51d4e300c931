package io.github.clinicaldata.transport.cli;

import io.quarkus.picocli.runtime.annotations.TopCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/** The root of all commands. */
@TopCommand
@Command(
        name = GeneratorCommand.NAME,
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = ApplicationVersion.class,
        usageHelpWidth = 100,
        usageHelpAutoWidth = true,
        description = {
            "Streams coherent synthetic clinical data.",
            "Without any argument the server starts; a command opens no port.%n"
        },
        commandListHeading = "%nCommands:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:All was written.",
            "1:Something broke, for example a full disk or a file that can't be written.",
            "2:The arguments ask for what is not offered.",
            "3:There is no record with the id, or filters matched nothing for long.",
            "130:Interrupted.",
            "141:Whoever read standard output went away."
        },
        subcommands = {KindsCommand.class, FormatsCommand.class, KeysCommand.class})
public class GeneratorCommand {
    /** What the program is called in messages. */
    static final String NAME = "clinical-data-generator";
}
