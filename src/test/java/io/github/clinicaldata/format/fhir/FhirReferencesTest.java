package io.github.clinicaldata.format.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clinicaldata.format.ByteSink;
import io.github.clinicaldata.plan.Catalog;
import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.RecordId;
import io.github.clinicaldata.record.RecordKind;
import io.github.clinicaldata.record.RecordReader;
import io.github.clinicaldata.record.RecordRelation;
import io.github.clinicaldata.support.World;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Every reference in the resources of members leads to a resource that there is; of so many members
 * as the system property {@code fhir.members} says.
 */
class FhirReferencesTest {
    private static final Pattern REFERENCE =
            Pattern.compile("\"reference\":\"([A-Za-z]+)/([A-Za-z0-9.-]{1,64})\"");
    private static final Pattern ANY = Pattern.compile("\"reference\":\"([^\"#]+)\"");
    private static final int MEMBERS = Integer.getInteger("fhir.members", 150);
    private static final Population POPULATION = World.POPULATION;

    private final Catalog catalog = World.catalog();
    private final SortedSet<String> references = new TreeSet<>();
    private final ByteSink sink = new ByteSink(1 << 14);
    private final JsonResourceWriter writer = JsonResourceWriter.ofResources();
    private final Map<String, RecordReader<?>> readers = new TreeMap<>();
    private long resources;

    private <R> void collect(RecordKind<R> kind, RecordReader<R> reader, long index) {
        R record = reader.read(index);
        if (record == null) {
            return;
        }
        for (ResourceMapping<R> mapping : World.RESOURCES.of(kind)) {
            if (mapping.writes(record)) {
                sink.truncate(0);
                mapping.write(record, POPULATION, writer.to(sink));
                resources++;
                collect(new String(sink.toByteArray(), StandardCharsets.UTF_8));
            }
        }
    }

    private void collect(String json) {
        Matcher matcher = ANY.matcher(json);
        while (matcher.find()) {
            references.add(matcher.group());
        }
    }

    private <R> void collectAll(RecordKind<R> kind, RecordRelation relation) {
        RecordReader<R> reader = kind.generator().open(POPULATION);
        for (long member = 0; member < MEMBERS; member++) {
            for (long index : relation.finder().find(POPULATION, member)) {
                collect(kind, reader, index);
            }
        }
    }

    private void collectMembers() {
        var reader = World.MEMBERS.generator().open(POPULATION);
        for (long member = 0; member < MEMBERS; member++) {
            collect(World.MEMBERS, reader, member);
        }
        for (RecordRelation relation : catalog.relations(World.MEMBERS)) {
            RecordKind<?> kind = catalog.kind(relation.target()).orElseThrow();
            if (!World.RESOURCES.of(kind).isEmpty() && kind != World.MEMBERS) {
                collectAll(kind, relation);
            }
        }
    }

    /** A reference to the resource of a record, in an order in which readers are quick. */
    private record Target(RecordKind<?> kind, long index, String type, String suffix)
            implements Comparable<Target> {
        @Override
        public int compareTo(Target other) {
            return Comparator.<Target, String>comparing(target -> target.kind().name())
                    .thenComparing(Target::index)
                    .thenComparing(Target::type)
                    .thenComparing(Target::suffix)
                    .compare(this, other);
        }
    }

    private Optional<Target> target(String type, String id) {
        LogicalId logical = LogicalId.parse(id).orElse(null);
        RecordId.Content content = logical == null ? null : logical.record().content().orElse(null);
        if (logical == null || content == null || content.seed() != POPULATION.seed()) {
            return Optional.empty();
        }
        RecordKind<?> kind = catalog.kind(content.kindCode()).orElseThrow();
        long index = kind.indexes().indexOf(POPULATION, content.index());
        return Optional.of(new Target(kind, index, type, logical.suffix()));
    }

    private boolean exists(Target target) {
        return exists(target.kind(), target);
    }

    @SuppressWarnings("unchecked")
    private <R> boolean exists(RecordKind<R> kind, Target target) {
        RecordReader<R> reader =
                (RecordReader<R>)
                        readers.computeIfAbsent(
                                kind.name(), name -> kind.generator().open(POPULATION));
        R record = target.index() < 0 ? null : reader.read(target.index());
        return record != null
                && World.RESOURCES.of(kind).stream()
                        .anyMatch(
                                mapping ->
                                        mapping.type().typeName().equals(target.type())
                                                && mapping.suffix().equals(target.suffix())
                                                && mapping.writes(record));
    }

    private boolean resolves(String type, String id) {
        return target(type, id)
                .map(this::exists)
                .orElseGet(
                        () ->
                                type.equals("Organization")
                                        && PayerOrganizations.find(id).isPresent());
    }

    @Test
    void references_resolve() {
        collectMembers();
        assertThat(resources).isGreaterThan(20L * MEMBERS);
        assertThat(references).hasSizeGreaterThan(MEMBERS);
        SortedSet<Target> targets = new TreeSet<>();
        for (String reference : references) {
            Matcher matcher = REFERENCE.matcher(reference);
            assertThat(matcher.matches()).as(reference).isTrue();
            target(matcher.group(1), matcher.group(2))
                    .ifPresentOrElse(
                            targets::add,
                            () ->
                                    assertThat(resolves(matcher.group(1), matcher.group(2)))
                                            .as(reference)
                                            .isTrue());
        }
        assertThat(targets).isNotEmpty().allMatch(this::exists);
    }

    @Test
    void referencesToNothing_dontResolve() {
        RecordId organization = World.PROVIDERS.generator().present(POPULATION, 0).id();
        assertThat(resolves("Organization", organization.toString())).isTrue();
        assertThat(resolves("Practitioner", organization.toString())).isFalse();
        assertThat(resolves("Organization", organization + "-x")).isFalse();
        assertThat(resolves("Organization", "payer-none")).isFalse();
    }
}
