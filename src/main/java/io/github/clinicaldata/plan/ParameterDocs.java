package io.github.clinicaldata.plan;

import io.github.clinicaldata.config.GeneratorConfig;
import io.github.clinicaldata.format.FormatOption;
import io.github.clinicaldata.format.RecordFormat;
import io.github.clinicaldata.record.Coded;
import io.github.clinicaldata.record.Knob;
import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.RecordFilter;
import io.github.clinicaldata.record.RecordId;
import io.github.clinicaldata.record.RecordKind;
import io.github.clinicaldata.record.RecordRelation;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Describes every parameter that {@link Planner} reads. A test sends each of them to the planner
 * and compares the names with those that the planner knows, so that the two can't drift apart.
 */
@Singleton
public final class ParameterDocs {
    private final Catalog catalog;
    private final GeneratorConfig config;

    ParameterDocs(Catalog catalog, GeneratorConfig config) {
        this.catalog = catalog;
        this.config = config;
    }

    /** The parameters of a stream, the most used first. */
    public List<ParameterDoc> stream(RecordKind<?> kind) {
        List<ParameterDoc> docs = new ArrayList<>(range(kind));
        docs.addAll(population(kind));
        docs.add(format(kind));
        docs.addAll(options(kind));
        docs.addAll(parts(kind));
        docs.addAll(filters(kind));
        docs.addAll(delivery(kind));
        return List.copyOf(docs);
    }

    /** The parameters of a page, the most used first. */
    public List<ParameterDoc> page(RecordKind<?> kind) {
        GeneratorConfig.LimitsConfig limits = config.limits();
        List<ParameterDoc> docs = new ArrayList<>();
        docs.add(
                ParameterDoc.number(
                        "limit",
                        "Records of the page at most.",
                        (long) limits.defaultPage(),
                        new ParameterDoc.Bounds(1, limits.maxPage()),
                        "10"));
        docs.add(offset(kind));
        docs.addAll(population(kind));
        docs.add(format(kind));
        docs.addAll(options(kind));
        docs.addAll(parts(kind));
        docs.addAll(filters(kind));
        return List.copyOf(docs);
    }

    /** The parameters of a profile, the most used first. */
    public List<ParameterDoc> profile(RecordKind<?> kind) {
        long most = config.limits().pageScan();
        List<ParameterDoc> docs = new ArrayList<>();
        docs.add(
                ParameterDoc.number(
                        "count",
                        "The first so many records, after the filters; filters look at "
                                + most
                                + " records at most.",
                        Math.min(ExtentReader.PROFILED, most),
                        new ParameterDoc.Bounds(1, most),
                        "1000"));
        docs.addAll(population(kind));
        docs.addAll(filters(kind));
        return List.copyOf(docs);
    }

    /**
     * The parameters of a look-up: those that name the population, but for the seed, which the id
     * carries.
     */
    public List<ParameterDoc> lookUp(RecordKind<?> kind) {
        return population(kind).stream().filter(doc -> !doc.name().equals("seed")).toList();
    }

    /** The parameters of a look-up of related records: those of both kinds. */
    public List<ParameterDoc> related(RecordKind<?> kind, RecordKind<?> target) {
        List<ParameterDoc> docs = new ArrayList<>(lookUp(kind));
        addMissing(lookUp(target), docs);
        return List.copyOf(docs);
    }

    /** The parameters of a look-up of a record with all that belongs to it. */
    public List<ParameterDoc> everything(RecordKind<?> kind) {
        List<ParameterDoc> docs = new ArrayList<>();
        List<String> names = catalog.relations(kind).stream().map(RecordRelation::name).toList();
        docs.add(
                ParameterDoc.text(
                        IncludedRelations.PARAMETER,
                        "What is wanted of all that belongs to the record, as a list of "
                                + String.join(", ", names)
                                + "; all of it when not given.",
                        null,
                        names.get(0)));
        docs.addAll(lookUp(kind));
        for (RecordRelation relation : catalog.relations(kind)) {
            addMissing(lookUp(catalog.kind(relation.target()).orElseThrow()), docs);
        }
        return List.copyOf(docs);
    }

    private static void addMissing(List<ParameterDoc> more, List<ParameterDoc> docs) {
        for (ParameterDoc doc : more) {
            if (docs.stream().noneMatch(each -> each.name().equals(doc.name()))) {
                docs.add(doc);
            }
        }
    }

    private List<ParameterDoc> range(RecordKind<?> kind) {
        GeneratorConfig.LimitsConfig limits = config.limits();
        return List.of(
                ParameterDoc.number(
                                "count",
                                "Records at most, after the filters; unbounded streams on to the"
                                        + " last index. With until and without count all records"
                                        + " before until are sent.",
                                limits.defaultCount(),
                                new ParameterDoc.Bounds(1, Math.min(limits.maxCount(), size(kind))),
                                "10")
                        .or(ExtentReader.UNBOUNDED),
                offset(kind),
                ParameterDoc.number(
                        "until",
                        "Index before which the stream ends; not below offset.",
                        null,
                        new ParameterDoc.Bounds(0, size(kind)),
                        "20"));
    }

    private ParameterDoc offset(RecordKind<?> kind) {
        return ParameterDoc.number(
                "offset",
                "Index of the first record that is looked at. Any index costs the same.",
                0L,
                new ParameterDoc.Bounds(0, size(kind) - 1),
                "1000");
    }

    /** How many records the default population has. */
    private long size(RecordKind<?> kind) {
        GeneratorConfig.PopulationConfig named = config.population();
        return kind.indexes().size(Population.of(named.seed(), named.epoch()));
    }

    private List<ParameterDoc> population(RecordKind<?> kind) {
        LocalDate epoch = config.population().epoch();
        String years =
                " A date of the years %d to %d."
                        .formatted(Parameters.FIRST_YEAR, Parameters.LAST_YEAR);
        List<ParameterDoc> docs = new ArrayList<>();
        docs.add(
                ParameterDoc.number(
                        "seed",
                        "Names the population: another seed is another world.",
                        config.population().seed(),
                        new ParameterDoc.Bounds(0, RecordId.MAX_SEED),
                        "7"));
        docs.add(
                ParameterDoc.date(
                        "epoch",
                        "First day of the plan year against which people are drawn." + years,
                        epoch.toString(),
                        epoch.toString()));
        docs.add(
                ParameterDoc.date(
                        "as_of",
                        "Day up to which events are known; not before the epoch, and by default the"
                                + " epoch."
                                + years,
                        null,
                        epoch.plusMonths(6).toString()));
        kind.knobs().forEach(knob -> docs.add(knob(knob)));
        return List.copyOf(docs);
    }

    private static ParameterDoc knob(Knob<?> knob) {
        if (knob.allowed().isEmpty()) {
            return ParameterDoc.text(
                    knob.name(),
                    knob.description() + ". Takes " + knob.form() + ".",
                    null,
                    knob.example());
        }
        String defaultValue =
                knob.defaultValue() instanceof Coded coded
                        ? coded.code().toString()
                        : String.valueOf(knob.defaultValue());
        return ParameterDoc.word(
                knob.name(), knob.description() + ".", defaultValue, knob.allowed());
    }

    private ParameterDoc format(RecordKind<?> kind) {
        return ParameterDoc.word(
                "format",
                "How records are written; goes before the header Accept.",
                null,
                catalog.formats(kind).stream().map(RecordFormat::name).toList());
    }

    /** The options of the formats; each is for the formats that have it only. */
    private List<ParameterDoc> options(RecordKind<?> kind) {
        SortedMap<String, List<String>> formats = new TreeMap<>();
        for (RecordFormat format : catalog.formats(kind)) {
            for (FormatOption option : format.options(kind)) {
                formats.computeIfAbsent(option.name(), name -> new ArrayList<>())
                        .add(format.name());
            }
        }
        return catalog.formats(kind).stream()
                .flatMap(
                        format ->
                                format.options(kind).stream()
                                        .filter(option -> isFirst(format, option, formats)))
                .map(option -> doc(option, String.join(" or ", having(option, formats))))
                .toList();
    }

    private static boolean isFirst(
            RecordFormat format, FormatOption option, SortedMap<String, List<String>> formats) {
        return having(option, formats).indexOf(format.name()) == 0;
    }

    private static List<String> having(
            FormatOption option, SortedMap<String, List<String>> formats) {
        return formats.getOrDefault(option.name(), List.of());
    }

    private static ParameterDoc doc(FormatOption option, String formats) {
        String description = "With format=%s: %s".formatted(formats, option.description());
        return option.isNumber()
                ? ParameterDoc.number(
                        option.name(),
                        description,
                        Long.parseLong(option.defaultValue()),
                        new ParameterDoc.Bounds(option.low(), option.high()),
                        option.defaultValue())
                : ParameterDoc.word(
                        option.name(), description, option.defaultValue(), option.words());
    }

    private static List<ParameterDoc> parts(RecordKind<?> kind) {
        return RecordPart.of(kind.schema()).stream()
                .map(
                        part ->
                                ParameterDoc.flag(
                                        part.parameter(),
                                        "Whether records have " + part.description() + ".",
                                        true))
                .toList();
    }

    private static <R> List<ParameterDoc> filters(RecordKind<R> kind) {
        List<ParameterDoc> docs = new ArrayList<>();
        for (RecordFilter<R> filter : kind.filters()) {
            docs.add(
                    ParameterDoc.text(
                            filter.name(),
                            "Filter. %s: %s.".formatted(filter.description(), filter.allowed()),
                            null,
                            filter.example()));
        }
        return docs;
    }

    private List<ParameterDoc> delivery(RecordKind<?> kind) {
        return List.of(
                ParameterDoc.text(
                        "shard",
                        "One of several disjoint parts whose union is the whole stream: i/n, i from"
                                + " 0 to n - 1, n at most "
                                + Shard.MAX_COUNT
                                + ".",
                        null,
                        "0/8"),
                ParameterDoc.text(
                        "rate",
                        "Pace: %s; at most %d/s. By default as fast as the client reads."
                                .formatted(PaceParser.ALLOWED, (long) config.limits().maxRate()),
                        null,
                        "500/s"),
                ParameterDoc.word(
                        "arrival",
                        "How records of a rate spread in time; poisson needs a rate.",
                        "steady",
                        PaceReader.ARRIVALS),
                ParameterDoc.number(
                        "resume_after",
                        "Index of the last record that a broken stream brought whole; the same"
                                + " request goes on after it.",
                        null,
                        new ParameterDoc.Bounds(0, size(kind) - 1),
                        "9"));
    }

    /** The id of an event of the default population, as {@code Last-Event-ID} takes it. */
    public String eventIdExample() {
        GeneratorConfig.PopulationConfig population = config.population();
        return ResumePoint.eventIdPrefix(Population.of(population.seed(), population.epoch()))
                + "9";
    }
}
