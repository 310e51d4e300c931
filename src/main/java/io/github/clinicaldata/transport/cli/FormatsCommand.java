package io.github.clinicaldata.transport.cli;

import io.github.clinicaldata.format.RecordFormat;
import io.github.clinicaldata.plan.Catalog;
import io.github.clinicaldata.record.RecordKind;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code formats}: which kind can be written in which format. */
@Command(name = "formats", description = "Lists the formats and the kinds that each can write.")
final class FormatsCommand implements Runnable {
    @Spec CommandSpec spec;

    private final Catalog catalog;

    FormatsCommand(Catalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        int width = "format".length();
        for (RecordFormat format : catalog.formats()) {
            width = Math.max(width, format.name().length());
        }
        StringBuilder head = new StringBuilder(padded("format", width));
        for (RecordKind<?> kind : catalog.kinds()) {
            head.append("  ").append(kind.name());
        }
        out.println(head);
        for (RecordFormat format : catalog.formats()) {
            out.println(row(format, width));
        }
        out.println();
        for (RecordFormat format : catalog.formats()) {
            out.println(
                    padded(format.name(), width)
                            + "  "
                            + format.mediaType()
                            + "  "
                            + format.description());
        }
    }

    private String row(RecordFormat format, int width) {
        StringBuilder row = new StringBuilder(padded(format.name(), width));
        for (RecordKind<?> kind : catalog.kinds()) {
            String mark = format.supports(kind) ? "yes" : "-";
            row.append("  ").append(padded(mark, kind.name().length()));
        }
        return row.toString().stripTrailing();
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
