package io.github.clinicaldata.transport.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.util.RawValue;
import io.github.clinicaldata.format.ByteSink;
import io.github.clinicaldata.format.json.JsonObjectWriter;
import io.github.clinicaldata.plan.Catalog;
import io.github.clinicaldata.plan.PlanRejected;
import io.github.clinicaldata.plan.Planner;
import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.RecordId;
import io.github.clinicaldata.record.RecordKind;
import io.github.clinicaldata.record.RecordReader;
import io.github.clinicaldata.record.RecordRelation;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** Makes records again from their ids, with no database. */
@Singleton
public final class LookUps {
    private final Planner planner;
    private final Catalog catalog;

    LookUps(Planner planner, Catalog catalog) {
        this.planner = planner;
        this.catalog = catalog;
    }

    /**
     * Records that belong to one.
     *
     * @param records the records
     * @param recordCount how many there are
     */
    record Related(RawValue records, @JsonProperty("record_count") int recordCount) {}

    /** The record of an id. */
    RawValue record(String kindName, String id, Map<String, List<String>> parameters) {
        RecordKind<?> kind = planner.kind(kindName);
        RecordId.Content content = content(kind, id);
        Population population = planner.population(kind, content.seed(), parameters);
        return encode(kind, population, content.index());
    }

    /** The records that a relation finds. */
    Related related(String kindName, String id, String name, Map<String, List<String>> parameters) {
        RecordKind<?> kind = planner.kind(kindName);
        RecordRelation relation =
                kind.relations().stream()
                        .filter(candidate -> candidate.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> noRelation(kind, name));
        RecordId.Content content = content(kind, id);
        Population population = planner.population(kind, content.seed(), parameters);
        long[] found = relation.finder().find(population, content.index());
        RecordKind<?> target = catalog.kind(relation.target()).orElseThrow();
        return new Related(encodeAll(target, population, found), found.length);
    }

    private static PlanRejected noRelation(RecordKind<?> kind, String name) {
        List<String> names = kind.relations().stream().map(RecordRelation::name).toList();
        return new PlanRejected.NotFound(
                "relation",
                "%s have no %s; there are %s"
                        .formatted(kind.name(), name, String.join(", ", names)));
    }

    private static RecordId.Content content(RecordKind<?> kind, String id) {
        return RecordId.parse(id)
                .flatMap(RecordId::content)
                .filter(content -> content.kindCode() == kind.code())
                .orElseThrow(
                        () ->
                                new PlanRejected.NotFound(
                                        "id", "There is no " + kind.singular() + " with this id"));
    }

    private static <R> RawValue encode(RecordKind<R> kind, Population population, long index) {
        ByteSink sink = new ByteSink(1 << 11);
        new JsonObjectWriter<>(kind.schema()).write(kind.generator().at(population, index), sink);
        return PageWriter.raw(sink.toByteArray());
    }

    private static <R> RawValue encodeAll(
            RecordKind<R> kind, Population population, long[] indexes) {
        ByteSink sink = new ByteSink(1 << 12);
        RecordReader<R> reader = kind.generator().open(population);
        JsonObjectWriter<R> writer = new JsonObjectWriter<>(kind.schema());
        sink.write((byte) '[');
        for (int i = 0; i < indexes.length; i++) {
            if (i > 0) {
                sink.write((byte) ',');
            }
            writer.write(reader.read(indexes[i]), sink);
        }
        sink.write((byte) ']');
        return PageWriter.raw(sink.toByteArray());
    }
}
