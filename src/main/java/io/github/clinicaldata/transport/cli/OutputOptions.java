package io.github.clinicaldata.transport.cli;

import java.util.Locale;
import picocli.CommandLine.Option;

/** Where the records of a command go and what is shown meanwhile. */
final class OutputOptions {
    /** When progress is shown. */
    enum ProgressMode {
        /** When standard error is a terminal. */
        AUTO,
        /** Always. */
        ALWAYS,
        /** Never. */
        NEVER;

        /** As it is typed. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            defaultValue = RecordOutput.STANDARD_OUTPUT,
            description =
                    "Where the records go; - is standard output. A file is written as FILE.part and"
                            + " renamed when it is complete.")
    String target = RecordOutput.STANDARD_OUTPUT;

    @Option(names = "--force", description = "Replaces a file that exists.")
    boolean force;

    @Option(
            names = "--progress",
            paramLabel = "WHEN",
            defaultValue = "auto",
            description =
                    "Shows records, rate and time left on standard error: auto (when it is a"
                            + " terminal), always or never.")
    ProgressMode progress = ProgressMode.AUTO;

    @Option(
            names = "--dry-run",
            description = "Checks the arguments and says what would be written, and of what.")
    boolean dryRun;

    /** Whether progress is to be shown. */
    boolean showsProgress() {
        return switch (progress) {
            case ALWAYS -> true;
            case NEVER -> false;
            case AUTO -> Terminal.isStandardError();
        };
    }
}
