package io.github.clinicaldata.transport.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.util.RawValue;
import io.github.clinicaldata.format.ByteSink;
import io.github.clinicaldata.format.EncoderSession;
import io.github.clinicaldata.format.RecordFormat;
import io.github.clinicaldata.format.StreamContext;
import io.github.clinicaldata.plan.Catalog;
import io.github.clinicaldata.plan.Encoders;
import io.github.clinicaldata.plan.IncludedRelations;
import io.github.clinicaldata.plan.PlanRejected;
import io.github.clinicaldata.plan.Planner;
import io.github.clinicaldata.plan.RecentReaders;
import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.Readers;
import io.github.clinicaldata.record.RecordId;
import io.github.clinicaldata.record.RecordKind;
import io.github.clinicaldata.record.RecordReader;
import io.github.clinicaldata.record.RecordRelation;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Makes records again from their ids, with no database. */
@Singleton
public final class LookUps {
    private final Planner planner;
    private final Catalog catalog;
    private final Encoders encoders;
    private final RecentReaders recent;

    LookUps(Planner planner, Catalog catalog, Encoders encoders, RecentReaders recent) {
        this.planner = planner;
        this.catalog = catalog;
        this.encoders = encoders;
        this.recent = recent;
    }

    /**
     * Records that belong to one.
     *
     * @param records the records
     * @param recordCount how many there are
     */
    record Related(RawValue records, @JsonProperty("record_count") int recordCount) {}

    /**
     * A record with what belongs to it.
     *
     * @param record the record
     * @param related what belongs to it, by the name of the relation
     */
    record Everything(RawValue record, Map<String, Related> related) {
        /** How many records there are, the first included. */
        long made() {
            return 1 + related.values().stream().mapToLong(Related::recordCount).sum();
        }
    }

    /** The record of an id. */
    RawValue record(String kindName, String id, Map<String, List<String>> parameters) {
        RecordKind<?> kind = planner.kind(kindName);
        RecordId.Content content = Planner.content(kind, id);
        Population population = planner.population(kind, content.seed(), parameters);
        return encode(kind, population, Planner.index(kind, population, content));
    }

    /** The records that a relation finds. */
    Related related(String kindName, String id, String name, Map<String, List<String>> parameters) {
        RecordKind<?> kind = planner.kind(kindName);
        RecordRelation relation =
                catalog.relations(kind).stream()
                        .filter(candidate -> candidate.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> noRelation(kind, name));
        RecordId.Content content = Planner.content(kind, id);
        RecordKind<?> target = catalog.kind(relation.target()).orElseThrow();
        Population population = planner.population(kind, target, content.seed(), parameters);
        long index = Planner.index(kind, population, content);
        return recent.use(
                kind,
                population,
                index,
                readers -> encode(target, readers, "json", relation.finder().find(readers, index)));
    }

    /**
     * A record with what belongs to it.
     *
     * @param parameters of the population, and {@code include}: the relations that are wanted
     */
    Everything everything(String kindName, String id, Map<String, List<String>> parameters) {
        RecordKind<?> kind = planner.kind(kindName);
        Map<String, List<String>> ofPopulation = new TreeMap<>(parameters);
        List<RecordRelation> relations =
                IncludedRelations.of(
                        catalog.relations(kind), ofPopulation.remove(IncludedRelations.PARAMETER));
        Set<RecordKind<?>> kinds = new LinkedHashSet<>(List.of(kind));
        relations.forEach(each -> kinds.add(catalog.kind(each.target()).orElseThrow()));
        RecordId.Content content = Planner.content(kind, id);
        Population population = planner.population(kinds, content.seed(), ofPopulation);
        long index = Planner.index(kind, population, content);
        return recent.use(
                kind, population, index, readers -> everything(kind, relations, readers, index));
    }

    private Everything everything(
            RecordKind<?> kind, List<RecordRelation> relations, Readers readers, long index) {
        Related record = encode(kind, readers, "ndjson", index);
        if (record.recordCount() == 0) {
            throw Planner.notFound(kind, readers.population());
        }
        Map<String, Related> related = new LinkedHashMap<>();
        for (RecordRelation each : relations) {
            related.put(
                    each.name(),
                    encode(
                            catalog.kind(each.target()).orElseThrow(),
                            readers,
                            "json",
                            each.finder().find(readers, index)));
        }
        return new Everything(record.records(), related);
    }

    private PlanRejected noRelation(RecordKind<?> kind, String name) {
        List<String> names = catalog.relations(kind).stream().map(RecordRelation::name).toList();
        return new PlanRejected.NotFound(
                "relation",
                "%s have no %s; there are %s"
                        .formatted(kind.name(), name, String.join(", ", names)));
    }

    private <R> RawValue encode(RecordKind<R> kind, Population population, long index) {
        Related one =
                recent.use(
                        kind, population, index, readers -> encode(kind, readers, "ndjson", index));
        if (one.recordCount() == 0) {
            throw Planner.notFound(kind, population);
        }
        return one.records();
    }

    /** One record is a line of {@code ndjson}, several are the array of {@code json}. */
    private <R> Related encode(
            RecordKind<R> kind, Readers readers, String formatName, long... indexes) {
        RecordFormat format = catalog.format(formatName).orElseThrow();
        EncoderSession<R> session =
                encoders.of(format, kind, kind.schema())
                        .open(new StreamContext(readers.population(), 0));
        RecordReader<R> reader = kind.generator().open(readers);
        ByteSink sink = new ByteSink(1 << 12);
        int count = 0;
        session.begin(sink);
        for (long index : indexes) {
            R record = reader.read(index);
            if (record != null) {
                session.write(record, sink);
                count++;
            }
        }
        session.end(sink);
        return new Related(PageWriter.raw(sink.toByteArray()), count);
    }
}
