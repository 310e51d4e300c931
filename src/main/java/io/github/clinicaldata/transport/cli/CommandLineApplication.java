package io.github.clinicaldata.transport.cli;

import io.quarkus.runtime.QuarkusApplication;

/** Runs one command and ends with its exit code. */
public class CommandLineApplication implements QuarkusApplication {
    private final Commands commands;

    CommandLineApplication(Commands commands) {
        this.commands = commands;
    }

    /**
     * Switches the servers off and keeps standard output free for records; to be called before
     * Quarkus starts.
     */
    public static void withoutServer() {
        System.setProperty("quarkus.http.host-enabled", "false");
        System.setProperty("quarkus.grpc.server.use-separate-server", "false");
        System.setProperty("quarkus.log.console.stderr", "true");
        if (System.getProperty("quarkus.log.level") == null) {
            System.setProperty("quarkus.log.level", "WARN");
        }
    }

    @Override
    public int run(String... args) {
        return commands.build().execute(args);
    }
}
