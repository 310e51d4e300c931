package io.github.clinicaldata.transport.cli;

import io.quarkus.picocli.runtime.annotations.TopCommand;
import picocli.CommandLine.Command;

/** The root of all commands. */
@TopCommand
@Command(
        name = "clinical-data-generator",
        mixinStandardHelpOptions = true,
        description =
                "Streams coherent synthetic clinical data. Without a command the server starts.")
public class GeneratorCommand {}
