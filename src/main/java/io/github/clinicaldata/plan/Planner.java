package io.github.clinicaldata.plan;

import io.github.clinicaldata.config.GeneratorConfig;
import io.github.clinicaldata.format.FormatOption;
import io.github.clinicaldata.format.FormatOptions;
import io.github.clinicaldata.format.RecordFormat;
import io.github.clinicaldata.record.IndexSpace;
import io.github.clinicaldata.record.Knob;
import io.github.clinicaldata.record.Knobs;
import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.RecordFilter;
import io.github.clinicaldata.record.RecordId;
import io.github.clinicaldata.record.RecordKind;
import io.github.clinicaldata.record.RecordSchema;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Checks requests, once and in one place, and makes plans of them. */
@Singleton
public final class Planner {
    /** The count of a stream that goes on to the last index. */
    static final String UNBOUNDED = "unbounded";

    /** How many records a profile looks at when nothing is said. */
    static final long PROFILED = 10_000;

    /** How records of a rate may spread in time. */
    static final List<String> ARRIVALS = List.of("steady", "poisson");

    private final Catalog catalog;
    private final Encoders encoders;
    private final GeneratorConfig config;

    Planner(Catalog catalog, Encoders encoders, GeneratorConfig config) {
        this.catalog = catalog;
        this.encoders = encoders;
        this.config = config;
    }

    /**
     * Plans a stream.
     *
     * @throws PlanRejected when the request asks for what is not offered or makes no sense
     */
    public GenerationPlan<?> plan(PlanRequest request) {
        return plan(kind(request.kind()), request);
    }

    /**
     * Reads the population of a look-up and refuses any other parameter.
     *
     * @param seed the seed that the record's id carries
     * @throws PlanRejected when a parameter is wrong
     */
    public Population population(
            RecordKind<?> kind, long seed, Map<String, List<String>> parameters) {
        return population(kind.knobs(), seed, parameters);
    }

    /**
     * Reads the population of records that belong to one, with the knobs of both kinds.
     *
     * @param seed the seed that the record's id carries
     * @throws PlanRejected when a parameter is wrong
     */
    public Population population(
            RecordKind<?> kind,
            RecordKind<?> related,
            long seed,
            Map<String, List<String>> parameters) {
        Set<Knob<?>> knobs = new LinkedHashSet<>(kind.knobs());
        knobs.addAll(related.knobs());
        return population(List.copyOf(knobs), seed, parameters);
    }

    /**
     * Reads the population that records of several kinds are of, with the knobs of all of them.
     *
     * @throws PlanRejected when a parameter is wrong
     */
    public Population population(
            Collection<? extends RecordKind<?>> kinds, Map<String, List<String>> parameters) {
        Parameters reader = new Parameters(parameters);
        long seed = reader.wholeNumber("seed", config.population().seed(), 0, RecordId.MAX_SEED);
        Population population = population(knobs(kinds), reader, seed);
        reader.refuseProblems();
        return population;
    }

    /**
     * Reads the population of a look-up that leads to records of several kinds.
     *
     * @param seed the seed that the record's id carries
     * @throws PlanRejected when a parameter is wrong
     */
    public Population population(
            Collection<? extends RecordKind<?>> kinds,
            long seed,
            Map<String, List<String>> parameters) {
        return population(knobs(kinds), seed, parameters);
    }

    private static List<Knob<?>> knobs(Collection<? extends RecordKind<?>> kinds) {
        Set<Knob<?>> knobs = new LinkedHashSet<>();
        kinds.forEach(kind -> knobs.addAll(kind.knobs()));
        return List.copyOf(knobs);
    }

    private Population population(
            List<Knob<?>> knobs, long seed, Map<String, List<String>> parameters) {
        Parameters reader = new Parameters(parameters);
        Population population = population(knobs, reader, seed);
        reader.refuseProblems();
        return population;
    }

    /**
     * What the id of a record says.
     *
     * @throws PlanRejected.NotFound when it is no id of this kind
     */
    public static RecordId.Content content(RecordKind<?> kind, String id) {
        return RecordId.parse(id)
                .flatMap(RecordId::content)
                .filter(content -> content.kindCode() == kind.code())
                .orElseThrow(
                        () ->
                                new PlanRejected.NotFound(
                                        "id", "There is no " + kind.singular() + " with this id"));
    }

    /**
     * The index in a population of the record that an id names.
     *
     * @throws PlanRejected.NotFound when it is none of the population
     */
    public static long index(RecordKind<?> kind, Population population, RecordId.Content content) {
        long index = kind.indexes().indexOf(population, content.index());
        if (index < 0) {
            throw notFound(kind, population);
        }
        return index;
    }

    /** Says that a record lies after the population's {@code asOf}. */
    public static PlanRejected.NotFound notFound(RecordKind<?> kind, Population population) {
        return new PlanRejected.NotFound(
                "id",
                "There is no "
                        + kind.singular()
                        + " with this id on the as_of date "
                        + population.asOf());
    }

    /**
     * The kind of a name.
     *
     * @throws PlanRejected.NotFound when there is none
     */
    public RecordKind<?> kind(String name) {
        return catalog.kind(name)
                .orElseThrow(
                        () ->
                                new PlanRejected.NotFound(
                                        "kind",
                                        "There is no kind "
                                                + Parameters.quoted(name)
                                                + "; there are "
                                                + String.join(
                                                        ", ",
                                                        catalog.kinds().stream()
                                                                .map(RecordKind::name)
                                                                .toList())));
    }

    private <R> GenerationPlan<R> plan(RecordKind<R> kind, PlanRequest request) {
        Parameters reader = new Parameters(request.parameters());
        boolean stream = request.shape() == PlanRequest.Shape.STREAM;
        String formatName = null;
        if (request.shape() != PlanRequest.Shape.PROFILE) {
            formatName = reader.text("format");
            if (formatName == null) {
                formatName = formatOfOptions(kind, request.parameters());
            }
        }
        RecordFormat format = FormatChoice.choose(catalog, kind, request, formatName);
        long seed = reader.wholeNumber("seed", config.population().seed(), 0, RecordId.MAX_SEED);
        Population population = population(kind.knobs(), reader, seed);
        Predicate<R> filter = filter(kind, reader, population);
        FormatOptions options = options(kind, format, reader);
        Predicate<R> written = format.selection(kind, options);
        if (written != null) {
            filter = filter == null ? written : filter.and(written);
        }
        IndexSpace space = kind.indexes();
        if (filter == null && space.hasGaps(population)) {
            filter = record -> true;
        }
        Extent extent =
                switch (request.shape()) {
                    case STREAM -> extent(reader, space, population, filter != null);
                    case PAGE -> page(reader, space.size(population), filter != null);
                    case PROFILE -> profile(reader, space.size(population), filter != null);
                };
        Pace pace = stream ? pace(reader) : null;
        RecordSchema<R> schema = schema(kind, format, reader);
        String resumeAfter = stream ? reader.text("resume_after") : null;
        if (resumeAfter != null && extent.count() < Long.MAX_VALUE) {
            reader.problem(
                    "resume_after",
                    "does not say how many records of the count were sent before; resume by the id"
                            + " of an event, or give until instead of count");
        }
        reader.refuseProblems();
        ResumePoint resume = resumePoint(population, request.lastEventId(), resumeAfter);
        IndexSequence indexes = resume == null ? extent.indexes() : resume.in(extent.indexes());
        return new GenerationPlan<>(
                kind,
                format,
                encoders.of(format, kind, schema),
                options,
                population,
                indexes,
                extent.count(),
                resume == null ? 0 : Math.min(resume.sent(), extent.count()),
                filter,
                config.limits().barrenScan(),
                pace);
    }

    /** The format whose option was given, so that it need not be named beside it, or null. */
    private @Nullable String formatOfOptions(
            RecordKind<?> kind, Map<String, List<String>> parameters) {
        return catalog.formats(kind).stream()
                .filter(
                        format ->
                                format.options(kind).stream()
                                        .map(FormatOption::name)
                                        .anyMatch(parameters::containsKey))
                .map(RecordFormat::name)
                .findFirst()
                .orElse(null);
    }

    /** Reads the options of all formats that can write a kind; only those of one may be given. */
    private FormatOptions options(RecordKind<?> kind, RecordFormat format, Parameters reader) {
        SortedMap<String, String> given = new TreeMap<>();
        List<String> own = format.options(kind).stream().map(FormatOption::name).toList();
        for (RecordFormat each : catalog.formats(kind)) {
            for (FormatOption option : each.options(kind)) {
                String value = reader.text(option.name());
                if (value == null || each != format && own.contains(option.name())) {
                    continue;
                }
                if (option.isNumber()) {
                    reader.wholeNumber(option.name(), 0, option.low(), option.high());
                } else {
                    reader.choice(option.name(), option.words());
                }
                if (each == format && !reader.hasProblems()) {
                    given.put(option.name(), value);
                } else if (each != format) {
                    reader.problem(
                            option.name(), "is a parameter of the format " + each.name() + " only");
                }
            }
        }
        return given.isEmpty() ? FormatOptions.NONE : new FormatOptions(given);
    }

    private Population population(List<Knob<?>> knobsOfKind, Parameters reader, long seed) {
        LocalDate epoch = reader.date("epoch", config.population().epoch());
        LocalDate asOf = reader.date("as_of", epoch);
        if (asOf.isBefore(epoch)) {
            reader.problem("as_of", asOf + " must not be before the epoch, which is " + epoch);
            asOf = epoch;
        }
        if (asOf.isAfter(Population.lastAsOf(epoch))) {
            reader.problem(
                    "as_of",
                    asOf
                            + " must not be after "
                            + Population.lastAsOf(epoch)
                            + ", the end of the years that are made for the epoch "
                            + epoch);
            asOf = epoch;
        }
        SortedMap<String, String> knobs = new TreeMap<>();
        for (Knob<?> knob : knobsOfKind) {
            reader.knob(knob)
                    .filter(value -> isTurned(knob, value))
                    .ifPresent(value -> knobs.put(knob.name(), value));
        }
        return new Population(seed, epoch, asOf, new Knobs(knobs));
    }

    private static boolean isTurned(Knob<?> knob, String value) {
        return knob.parser().apply(value).filter(knob.defaultValue()::equals).isEmpty();
    }

    private static <R> @Nullable Predicate<R> filter(
            RecordKind<R> kind, Parameters reader, Population population) {
        Predicate<R> all = null;
        Map<String, String> values = new LinkedHashMap<>();
        for (RecordFilter<R> filter : kind.filters()) {
            String value = reader.text(filter.name());
            if (value == null) {
                continue;
            }
            try {
                Predicate<R> one = filter.binder().bind(value, population);
                all = all == null ? one : all.and(one);
                values.put(filter.name(), value);
            } catch (NumberFormatException e) {
                reader.unreadable(filter.name(), value, filter.allowed());
            } catch (IllegalArgumentException e) {
                reader.problem(
                        filter.name(), Parameters.quoted(value) + " must be " + filter.allowed());
            }
        }
        kind.contradiction(values)
                .ifPresent(reason -> reader.problem(reason.split(" ", 2)[0], reason));
        return all;
    }

    /** How far a stream goes. */
    private record Extent(IndexSequence indexes, long count) {}

    /** A page ends early rather than search for long; its answer says where the next one begins. */
    private Extent page(Parameters reader, long end, boolean filtered) {
        GeneratorConfig.LimitsConfig limits = config.limits();
        long offset = reader.wholeNumber("offset", 0, 0, end - 1);
        long limit = reader.wholeNumber("limit", limits.defaultPage(), 1, limits.maxPage());
        long until = Math.min(end, offset + (filtered ? limits.pageScan() : limit));
        return new Extent(IndexSequence.range(offset, until), limit);
    }

    private Extent profile(Parameters reader, long end, boolean filtered) {
        long most = config.limits().pageScan();
        long count = reader.wholeNumber("count", Math.min(PROFILED, most), 1, most);
        long until = Math.min(end, filtered ? most : count);
        return new Extent(IndexSequence.range(0, until), count);
    }

    private Extent extent(
            Parameters reader, IndexSpace space, Population population, boolean filtered) {
        long end = space.size(population);
        long block = space.block(population);
        long offset = reader.wholeNumber("offset", 0, 0, end - 1);
        long until = reader.wholeNumber("until", end, 0, end);
        boolean hasUntil = reader.text("until") != null;
        Shard shard = shard(reader);
        String given = reader.text("count");
        boolean unbounded = UNBOUNDED.equals(given) || given == null && hasUntil;
        long count =
                unbounded
                        ? Long.MAX_VALUE
                        : reader.wholeNumber(
                                "count",
                                Math.min(config.limits().defaultCount(), end - offset),
                                1,
                                config.limits().maxCount());
        if (until < offset) {
            reader.problem("until", until + " must not be below the offset, which is " + offset);
            return new Extent(IndexSequence.range(offset, offset), count);
        }
        if (!filtered) {
            if (!unbounded && !hasUntil && offset + count > end) {
                reader.problem("count", "offset + count must not be above " + end);
                return new Extent(IndexSequence.range(offset, offset), count);
            }
            return unbounded && !hasUntil
                    ? new Extent(IndexSequence.interleaved(offset, end, shard, block), count)
                    : new Extent(
                            IndexSequence.part(offset, Math.min(count, until - offset), shard),
                            Long.MAX_VALUE);
        }
        if (!shard.isWhole() && !unbounded) {
            reader.problem(
                    "count",
                    "a shard can't know how many records the others select; give until, the index"
                            + " before which all shards end, instead of count");
        }
        return new Extent(
                hasUntil
                        ? IndexSequence.part(offset, until - offset, shard)
                        : IndexSequence.interleaved(offset, end, shard, block),
                count);
    }

    private static Shard shard(Parameters reader) {
        String value = reader.text("shard");
        if (value == null) {
            return Shard.WHOLE;
        }
        String expected = "a shard such as 0/8 to 7/8, of at most " + Shard.MAX_COUNT;
        String[] parts = value.split("/", -1);
        try {
            if (parts.length == 2) {
                Shard shard = new Shard(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
                if (shard.number() >= 0
                        && shard.number() < shard.count()
                        && shard.count() <= Shard.MAX_COUNT) {
                    return shard;
                }
                reader.problem("shard", Parameters.quoted(value) + " must be " + expected);
                return Shard.WHOLE;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        reader.unreadable("shard", value, expected);
        return Shard.WHOLE;
    }

    private @Nullable Pace pace(Parameters reader) {
        Pace.Arrival arrival =
                reader.choice("arrival", ARRIVALS)
                        .map(word -> Pace.Arrival.valueOf(word.toUpperCase(Locale.ROOT)))
                        .orElse(Pace.Arrival.STEADY);
        String value = reader.text("rate");
        if (value == null) {
            if (arrival == Pace.Arrival.POISSON) {
                reader.problem("arrival", "poisson needs a rate");
            }
            return null;
        }
        Pace pace = PaceParser.parse(value, arrival).orElse(null);
        double max = config.limits().maxRate();
        if (pace == null) {
            reader.unreadable("rate", value, PaceParser.ALLOWED);
        } else if (pace.to() <= 0
                || pace.from() <= 0 && pace.rampSeconds() == 0
                || pace.from() > max
                || pace.to() > max) {
            reader.problem(
                    "rate",
                    Parameters.quoted(value)
                            + " must end above 0 and stay at or below "
                            + (long) max
                            + "/s");
            return null;
        }
        return pace;
    }

    private static <R> RecordSchema<R> schema(
            RecordKind<R> kind, RecordFormat format, Parameters reader) {
        Set<String> left = new LinkedHashSet<>();
        for (RecordPart part : RecordPart.of(kind.schema())) {
            if (!reader.bool(part.parameter(), true)) {
                left.addAll(part.fields());
                if (!format.leavesOutFields()) {
                    reader.problem(
                            part.parameter(),
                            "can't be false in the format "
                                    + format.name()
                                    + ", whose standard says what is written");
                }
            }
        }
        return kind.schema().without(left);
    }

    private static @Nullable ResumePoint resumePoint(
            Population population, @Nullable String eventId, @Nullable String resumeAfter) {
        if (eventId != null) {
            return ResumePoint.ofEvent(eventId, population);
        }
        return resumeAfter == null ? null : ResumePoint.ofIndex(resumeAfter);
    }
}
