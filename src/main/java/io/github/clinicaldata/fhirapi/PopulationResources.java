package io.github.clinicaldata.fhirapi;

import io.github.clinicaldata.format.fhir.LogicalId;
import io.github.clinicaldata.format.fhir.PayerOrganizations;
import io.github.clinicaldata.format.fhir.ResourceType;
import io.github.clinicaldata.plan.RecentReaders;
import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.Readers;
import io.github.clinicaldata.record.RecordId;
import io.github.clinicaldata.record.RecordKind;
import io.github.clinicaldata.record.RecordReader;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The resources of one population. Not safe for use by several threads. */
public final class PopulationResources {
    private final ResourceSources sources;
    private final Population population;
    private final RecentReaders recent;
    private final Map<String, RecordReader<?>> opened = new TreeMap<>();
    private @Nullable Borrowed borrowed;

    private record Borrowed(Readers readers, RecordKind<?> kind, long index) {}

    /** The resources of a population, with readers of their own. */
    public PopulationResources(ResourceSources sources, Population population) {
        this(sources, population, new RecentReaders());
    }

    /**
     * The resources of a population.
     *
     * @param recent lends the readers
     */
    PopulationResources(ResourceSources sources, Population population, RecentReaders recent) {
        this.sources = sources;
        this.population = population;
        this.recent = recent;
    }

    /** The population. */
    public Population population() {
        return population;
    }

    /** The readers of all its records, of which that at an index is wanted. */
    Readers readers(RecordKind<?> kind, long index) {
        Borrowed first = borrowed;
        if (first == null) {
            first = new Borrowed(recent.take(kind, population, index), kind, index);
            borrowed = first;
        }
        return first.readers();
    }

    /**
     * Lets others have the readers. Nobody may use these resources, or the contents that they gave,
     * after that.
     */
    void giveBack() {
        Borrowed last = borrowed;
        if (last != null) {
            recent.giveBack(last.readers(), last.kind(), last.index());
            borrowed = null;
            opened.clear();
        }
    }

    @SuppressWarnings("unchecked")
    private <R> RecordReader<R> reader(RecordKind<R> kind, long index) {
        return (RecordReader<R>)
                opened.computeIfAbsent(
                        kind.name(), name -> kind.generator().open(readers(kind, index)));
    }

    /** The resource that a source makes of the record at an index, or null when it makes none. */
    public <R> @Nullable ResourceContent at(ResourceSource<R> source, long index) {
        R record = reader(source.kind(), index).read(index);
        if (record == null || !source.mapping().writes(record)) {
            return null;
        }
        return writer -> source.mapping().write(record, population(), writer);
    }

    /** The resource of a payer. */
    ResourceContent payer(int ordinal) {
        return writer ->
                PayerOrganizations.write(
                        PayerOrganizations.all().get(ordinal), population(), writer);
    }

    /** The resource of a type and id, if the population has it. */
    Optional<ResourceContent> find(ResourceType type, String id) {
        if (type == ResourceType.ORGANIZATION) {
            Optional<ResourceContent> payer =
                    PayerOrganizations.find(id).map(found -> payer(found.ordinal()));
            if (payer.isPresent()) {
                return payer;
            }
        }
        return LogicalId.parse(id).flatMap(parsed -> find(type, parsed));
    }

    private Optional<ResourceContent> find(ResourceType type, LogicalId id) {
        for (ResourceSource<?> source : sources.of(type)) {
            long index = index(source.kind(), id.record());
            if (index >= 0 && source.mapping().suffix().equals(id.suffix())) {
                return Optional.ofNullable(at(source, index));
            }
        }
        return Optional.empty();
    }

    /** The index of the record that an id names, or -1 when it is of another kind or seed. */
    public long index(RecordKind<?> kind, RecordId id) {
        return id.content()
                .filter(content -> content.kindCode() == kind.code())
                .filter(content -> content.seed() == population().seed())
                .map(content -> kind.indexes().indexOf(population(), content.index()))
                .orElse(-1L);
    }
}
