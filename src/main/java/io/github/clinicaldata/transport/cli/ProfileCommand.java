package io.github.clinicaldata.transport.cli;

import io.github.clinicaldata.plan.GenerationPlan;
import io.github.clinicaldata.plan.PlanRequest;
import io.github.clinicaldata.plan.Planner;
import io.github.clinicaldata.record.RecordKind;
import io.github.clinicaldata.record.profile.Outcome;
import io.github.clinicaldata.record.profile.Profile;
import io.github.clinicaldata.stream.ProfileSource;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code profile KIND}: how the values of the first records lie, as text. */
final class ProfileCommand implements Callable<Integer> {
    private final RecordKind<?> kind;
    private final Planner planner;
    private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
    private final List<OptionSpec> recordOptions;

    ProfileCommand(RecordKind<?> kind, RecordOptions options, Planner planner) {
        this.kind = kind;
        this.planner = planner;
        spec.name(kind.name())
                .usageMessage()
                .sortOptions(false)
                .abbreviateSynopsis(true)
                .description(
                        "Tells how the values of the first "
                                + kind.name()
                                + " lie, beside the sources that they follow.%n");
        recordOptions = options.addProfileOptions(spec, kind);
    }

    /** The command with its options, for the parser. */
    CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        GenerationPlan<?> plan =
                planner.plan(
                        new PlanRequest(
                                kind.name(),
                                PlanRequest.Shape.PROFILE,
                                RecordOptions.parameters(
                                        recordOptions, spec.commandLine().getParseResult()),
                                List.of(),
                                RecordCommand.DEFAULT_FORMAT,
                                format -> true,
                                null));
        ProfileSource.Report report = ProfileSource.read(plan);
        out.println(kind.name() + " of " + plan.population().name());
        out.println("%d records of %d looked at".formatted(report.records(), report.lookedAt()));
        report.findings().forEach(finding -> print(out, finding));
        return ExitCodes.OK;
    }

    private static void print(PrintWriter out, Profile.Finding finding) {
        Outcome outcome = finding.outcome();
        Outcome.Percentiles percentiles = outcome.percentiles();
        Double value = outcome.value();
        if (outcome.rows().isEmpty() && percentiles == null && value == null) {
            return;
        }
        String unit = finding.measure().unit();
        out.println();
        out.println(finding.measure().name() + (unit == null ? "" : " in " + unit));
        out.println("  " + finding.measure().description());
        if (finding.measure().source() != null) {
            out.println("  Expected by " + finding.measure().source());
        }
        for (Outcome.Row row : outcome.rows()) {
            String expected = row.expected() == null ? "" : "  expected " + percent(row.expected());
            out.println(
                    "    %-32s %10d %s%s"
                            .formatted(row.value(), row.count(), percent(row.share()), expected));
        }
        if (percentiles != null) {
            out.println("    " + numbers(percentiles));
        }
        if (value != null) {
            out.println("    " + number(value));
        }
    }

    private static String numbers(Outcome.Percentiles found) {
        return "mean %s  min %s  5%% %s  25%% %s  50%% %s  75%% %s  95%% %s  99%% %s  max %s  of %d"
                .formatted(
                        number(found.mean()),
                        number(found.min()),
                        number(found.p5()),
                        number(found.p25()),
                        number(found.p50()),
                        number(found.p75()),
                        number(found.p95()),
                        number(found.p99()),
                        number(found.max()),
                        found.count());
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%6.2f %%", share * 100);
    }

    private static String number(double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }
}
