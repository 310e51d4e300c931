package io.github.clinicaldata.transport.cli;

import io.github.clinicaldata.config.GeneratorConfig;
import io.github.clinicaldata.format.FormatOption;
import io.github.clinicaldata.format.RecordFormat;
import io.github.clinicaldata.plan.Catalog;
import io.github.clinicaldata.record.Knob;
import io.github.clinicaldata.record.RecordFilter;
import io.github.clinicaldata.record.RecordKind;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * The options that say which records: one for each parameter of a request, with hyphens where that
 * has underscores. They carry texts; what these mean and whether they are allowed is the plan's to
 * say.
 */
@Singleton
final class RecordOptions {
    private final Catalog catalog;
    private final GeneratorConfig config;

    RecordOptions(Catalog catalog, GeneratorConfig config) {
        this.catalog = catalog;
        this.config = config;
    }

    /** The option of a parameter: {@code --age-min} for {@code age_min}. */
    static String optionName(String parameter) {
        return "--" + parameter.replace('_', '-');
    }

    private static String parameterName(OptionSpec option) {
        return option.longestName().substring(2).replace('-', '_');
    }

    /** Adds all options of a kind's streams; answers those that are parameters. */
    List<OptionSpec> addStreamOptions(CommandSpec command, RecordKind<?> kind) {
        List<OptionSpec> added = new ArrayList<>();
        added.addAll(group(command, "%nWhich records:%n", extent()));
        added.addAll(group(command, "%nOf which population:%n", population(kind)));
        added.addAll(group(command, "%nOnly those with:%n", filters(kind)));
        added.addAll(group(command, "%nHow they look:%n", appearance(kind)));
        added.addAll(group(command, "%nHow fast:%n", pace()));
        return added;
    }

    /** Adds the options of a profile; answers those that are parameters. */
    List<OptionSpec> addProfileOptions(CommandSpec command, RecordKind<?> kind) {
        List<OptionSpec> added = new ArrayList<>();
        added.addAll(
                group(
                        command,
                        "%nWhich records:%n",
                        List.of(
                                option(
                                        "count",
                                        "N",
                                        "The first so many records, after the filters."))));
        added.addAll(group(command, "%nOf which population:%n", population(kind)));
        added.addAll(group(command, "%nOnly those with:%n", filters(kind)));
        return added;
    }

    /** Adds the options of a look-up; answers those that are parameters. */
    List<OptionSpec> addLookUpOptions(CommandSpec command, RecordKind<?> kind) {
        List<OptionSpec> population = new ArrayList<>(population(kind));
        // the id carries the seed
        population.removeIf(option -> option.longestName().equals("--seed"));
        List<OptionSpec> added = new ArrayList<>();
        added.addAll(group(command, "%nOf which population:%n", population));
        added.addAll(group(command, "%nHow it looks:%n", appearance(kind)));
        return added;
    }

    /** The parameters that were given, as a request has them. */
    static Map<String, List<String>> parameters(List<OptionSpec> options, ParseResult given) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (OptionSpec option : options) {
            if (given.hasMatchedOption(option)) {
                parameters.put(parameterName(option), List.copyOf(option.stringValues()));
            }
        }
        return parameters;
    }

    private static List<OptionSpec> group(
            CommandSpec command, String heading, List<OptionSpec> options) {
        if (!options.isEmpty()) {
            ArgGroupSpec.Builder group =
                    ArgGroupSpec.builder()
                            .heading(heading)
                            .validate(false)
                            .exclusive(false)
                            .order(command.argGroups().size());
            options.forEach(group::addArg);
            command.addArgGroup(group.build());
        }
        return options;
    }

    private List<OptionSpec> extent() {
        return List.of(
                option(
                        "count",
                        "N",
                        "How many, or unbounded; without it "
                                + config.limits().defaultCount()
                                + ", or all before --until."),
                option("offset", "INDEX", "The index of the first one; 0 without it."),
                option("until", "INDEX", "The index before which the stream ends."),
                option("shard", "I/N", "One of N disjoint parts, 0/N to N-1/N."),
                option(
                        "resume_after",
                        "INDEX",
                        "The rest after a record that an earlier run wrote; give the same other"
                                + " options."));
    }

    private List<OptionSpec> population(RecordKind<?> kind) {
        List<OptionSpec> options = new ArrayList<>();
        options.add(
                option("seed", "N", "Which world; " + config.population().seed() + " without it."));
        options.add(
                option(
                        "epoch",
                        "DATE",
                        "The first day of the plan year against which people are drawn; "
                                + config.population().epoch()
                                + " without it."));
        options.add(
                option(
                        "as_of",
                        "DATE",
                        "The day up to which events are known; the epoch without it."));
        for (Knob<?> knob : kind.knobs()) {
            options.add(
                    option(
                            knob.name(),
                            knob.name().toUpperCase(Locale.ROOT),
                            sentence(knob.description())
                                    + (knob.allowed().isEmpty()
                                            ? " Takes " + knob.form()
                                            : " One of " + String.join(", ", knob.allowed()))
                                    + "."));
        }
        return options;
    }

    private static List<OptionSpec> filters(RecordKind<?> kind) {
        List<OptionSpec> options = new ArrayList<>();
        for (RecordFilter<?> filter : kind.filters()) {
            options.add(
                    option(
                            filter.name(),
                            filter.name().toUpperCase(Locale.ROOT),
                            sentence(filter.description())
                                    + " "
                                    + capital(filter.allowed())
                                    + "."));
        }
        return options;
    }

    private List<OptionSpec> appearance(RecordKind<?> kind) {
        List<String> formats = catalog.formats(kind).stream().map(RecordFormat::name).toList();
        List<OptionSpec> options = new ArrayList<>();
        options.add(
                option(
                        "format",
                        "FORMAT",
                        "One of "
                                + String.join(", ", formats)
                                + "; "
                                + RecordCommand.DEFAULT_FORMAT
                                + " without it."));
        options.add(
                option(
                        "include_address",
                        "true|false",
                        "Whether records hold addresses; true without it."));
        options.add(
                option(
                        "include_contact",
                        "true|false",
                        "Whether records hold telephone and e-mail; true without it."));
        options.addAll(ofFormats(kind));
        return options;
    }

    /** The options of formats; some are of several formats. */
    private List<OptionSpec> ofFormats(RecordKind<?> kind) {
        Map<String, FormatOption> choices = new LinkedHashMap<>();
        Map<String, List<String>> formats = new LinkedHashMap<>();
        for (RecordFormat format : catalog.formats(kind)) {
            for (FormatOption choice : format.options(kind)) {
                choices.putIfAbsent(choice.name(), choice);
                formats.computeIfAbsent(choice.name(), name -> new ArrayList<>())
                        .add(format.name());
            }
        }
        List<OptionSpec> options = new ArrayList<>();
        formats.forEach(
                (name, of) ->
                        options.add(
                                ofFormat(
                                        String.join(" or ", of),
                                        Objects.requireNonNull(choices.get(name)))));
        return options;
    }

    private static OptionSpec ofFormat(String formats, FormatOption choice) {
        String taken =
                choice.isNumber()
                        ? choice.low() + " to " + choice.high()
                        : "One of " + String.join(", ", choice.words());
        return option(
                choice.name(),
                choice.name().toUpperCase(Locale.ROOT),
                "With --format "
                        + formats
                        + ": "
                        + sentence(choice.description())
                        + " "
                        + taken
                        + "; "
                        + choice.defaultValue()
                        + " without it.");
    }

    private static List<OptionSpec> pace() {
        return List.of(
                option(
                        "rate",
                        "RATE",
                        "Records a second or minute such as 500/s or 30000/m, or a ramp from one"
                                + " rate a second to another such as 100..1000/60s; without it, as"
                                + " fast as they are taken."),
                option(
                        "arrival",
                        "HOW",
                        "With --rate: steady (in even intervals) or poisson (at random); steady"
                                + " without it."));
    }

    /** A list, so that a plan sees an option that is given twice and refuses it. */
    private static OptionSpec option(String parameter, String label, String description) {
        return OptionSpec.builder(optionName(parameter))
                .paramLabel(label)
                .arity("1")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .description(description.replace("%", "%%"))
                .build();
    }

    private static String sentence(String text) {
        return text.endsWith(".") ? text : text + ".";
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
