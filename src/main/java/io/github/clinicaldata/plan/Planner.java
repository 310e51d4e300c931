package io.github.clinicaldata.plan;

import io.github.clinicaldata.config.GeneratorConfig;
import io.github.clinicaldata.format.FormatOptions;
import io.github.clinicaldata.format.RecordFormat;
import io.github.clinicaldata.record.IndexSpace;
import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.RecordFilter;
import io.github.clinicaldata.record.RecordId;
import io.github.clinicaldata.record.RecordKind;
import io.github.clinicaldata.record.RecordSchema;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Checks requests, once and in one place, and makes plans of them. */
@Singleton
public final class Planner {
    private final Catalog catalog;
    private final Encoders encoders;
    private final GeneratorConfig.LimitsConfig limits;
    private final PopulationReader populations;
    private final ExtentReader extents;
    private final OptionsReader options;

    Planner(Catalog catalog, Encoders encoders, GeneratorConfig config) {
        this.catalog = catalog;
        this.encoders = encoders;
        limits = config.limits();
        populations = new PopulationReader(config.population());
        extents = new ExtentReader(limits);
        options = new OptionsReader(catalog);
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
        return populations.read(kind.knobs(), seed, parameters);
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
        return population(List.of(kind, related), seed, parameters);
    }

    /**
     * Reads the population that records of several kinds are of, with the knobs of all of them.
     *
     * @throws PlanRejected when a parameter is wrong
     */
    public Population population(
            Collection<? extends RecordKind<?>> kinds, Map<String, List<String>> parameters) {
        Parameters reader = new Parameters(parameters);
        Population population =
                populations.read(PopulationReader.knobs(kinds), reader, populations.seed(reader));
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
        return populations.read(PopulationReader.knobs(kinds), seed, parameters);
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
                                        "id",
                                        "There is no "
                                                + kind.singular()
                                                + " with this id: "
                                                + Parameters.quoted(id)));
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
        // a profile writes no records, so nothing says how
        boolean writes = request.shape() != PlanRequest.Shape.PROFILE;
        String formatName = null;
        if (writes) {
            formatName = reader.text("format");
            if (formatName == null) {
                formatName = options.formatOf(kind, request.parameters());
            }
        }
        RecordFormat format = FormatChoice.choose(catalog, kind, request, formatName);
        Population population = populations.read(kind.knobs(), reader, populations.seed(reader));
        Predicate<R> filter = filter(kind, reader, population);
        FormatOptions chosen = writes ? options.read(kind, format, reader) : FormatOptions.NONE;
        Predicate<R> written = writes ? format.selection(kind, chosen) : null;
        if (written != null) {
            filter = filter == null ? written : filter.and(written);
        }
        IndexSpace space = kind.indexes();
        if (filter == null && space.hasGaps(population)) {
            filter = record -> true;
        }
        Extent extent =
                switch (request.shape()) {
                    case STREAM -> extents.stream(reader, space, population, filter != null);
                    case PAGE -> extents.page(reader, space.size(population), filter != null);
                    case PROFILE -> extents.profile(reader, space.size(population), filter != null);
                };
        Pace pace = stream ? PaceReader.read(reader, limits.maxRate()) : null;
        RecordSchema<R> schema = writes ? schema(kind, format, reader) : kind.schema();
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
                chosen,
                population,
                indexes,
                extent.count(),
                resume == null ? 0 : Math.min(resume.sent(), extent.count()),
                filter,
                limits.barrenScan(),
                pace);
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
            } catch (RecordFilter.NotInPopulation e) {
                reader.problem(
                        filter.name(), Parameters.quoted(value) + " must be " + e.getMessage());
            } catch (IllegalArgumentException e) {
                reader.problem(
                        filter.name(), Parameters.quoted(value) + " must be " + filter.allowed());
            }
        }
        kind.contradiction(values)
                .ifPresent(reason -> reader.problem(reason.split(" ", 2)[0], reason));
        return all;
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
