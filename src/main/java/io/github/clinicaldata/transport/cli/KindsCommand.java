package io.github.clinicaldata.transport.cli;

import io.github.clinicaldata.plan.Catalog;
import io.github.clinicaldata.record.Knob;
import io.github.clinicaldata.record.RecordFilter;
import io.github.clinicaldata.record.RecordKind;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code kinds}: what can be generated, by which filters it is selected, which knobs change it. */
@Command(name = "kinds", description = "Lists the kinds of records with their filters and knobs.")
final class KindsCommand implements Runnable {
    @Spec CommandSpec spec;

    private final Catalog catalog;

    KindsCommand(Catalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        for (RecordKind<?> kind : catalog.kinds()) {
            out.println(kind.name());
            out.println("  " + kind.description());
            for (RecordFilter<?> filter : kind.filters()) {
                print(out, "filter", filter.name(), filter.description(), filter.allowed());
            }
            for (Knob<?> knob : kind.knobs()) {
                String allowed = "one of " + String.join(", ", knob.allowed());
                print(out, "knob", knob.name(), knob.description(), allowed);
            }
        }
    }

    private static void print(
            PrintWriter out, String what, String name, String description, String allowed) {
        out.println(
                "  %-6s %s  %s: %s"
                        .formatted(what, RecordOptions.optionName(name), description, allowed));
    }
}
