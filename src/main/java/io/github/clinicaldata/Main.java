package io.github.clinicaldata;

import io.github.clinicaldata.operations.SiteCodeFolder;
import io.github.clinicaldata.record.pathway.Pathways;
import io.github.clinicaldata.transport.cli.CommandLineApplication;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts the server, or runs a command when one is given; a command opens no port. */
@QuarkusMain
public final class Main {
    private static final int BAD_SETTING = 2;

    private Main() {}

    /** Runs. Without arguments the server starts. */
    public static void main(String... args) {
        try {
            SiteCodeFolder.install();
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(BAD_SETTING);
        }
        if (args.length == 0) {
            readTables();
            Quarkus.run();
            return;
        }
        CommandLineApplication.withoutServer();
        Quarkus.run(CommandLineApplication.class, args);
    }

    /**
     * Reads the largest tables while the container starts on another core. What is wrong with them
     * is told by the readiness check, which makes a record of each kind.
     */
    private static void readTables() {
        Thread reader = new Thread(Pathways::standard, "tables");
        reader.setDaemon(true);
        reader.start();
    }
}
