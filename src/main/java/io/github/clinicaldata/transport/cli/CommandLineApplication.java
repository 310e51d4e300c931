package io.github.clinicaldata.transport.cli;

import io.quarkus.picocli.runtime.annotations.TopCommand;
import io.quarkus.runtime.QuarkusApplication;
import picocli.CommandLine;

/** Runs one command and ends with its exit code. */
public class CommandLineApplication implements QuarkusApplication {
    private final GeneratorCommand command;
    private final CommandLine.IFactory factory;

    CommandLineApplication(@TopCommand GeneratorCommand command, CommandLine.IFactory factory) {
        this.command = command;
        this.factory = factory;
    }

    /** Switches the servers off; to be called before Quarkus starts. */
    public static void withoutServer() {
        System.setProperty("quarkus.http.host-enabled", "false");
        System.setProperty("quarkus.grpc.server.use-separate-server", "false");
        System.setProperty("quarkus.log.level", "WARN");
    }

    @Override
    public int run(String... args) {
        return new CommandLine(command, factory).execute(args);
    }
}
