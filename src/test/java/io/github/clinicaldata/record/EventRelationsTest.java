package io.github.clinicaldata.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clinicaldata.plan.Catalog;
import io.github.clinicaldata.support.World;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The ways between conditions, encounters and claims lead both ways to the same records. */
class EventRelationsTest {
    private static final Catalog CATALOG = World.catalog();

    /** How many records are gone through. */
    private static final int MANY = 100_000;

    /** Every so many of those that were found are asked for by their relations. */
    private static final int EVERY = 97;

    private static final Population LATER =
            new Population(42, World.EPOCH, World.EPOCH.plusDays(500), World.POPULATION.knobs());

    @Test
    void claimsOfAnEncounter_areThoseThatNameIt() {
        compare(LATER, World.CLAIMS, each -> each.encounter(), "encounters", "claims");
    }

    @Test
    void encountersOfACondition_areThoseThatNameIt() {
        compare(LATER, World.ENCOUNTERS, each -> each.condition(), "conditions", "encounters");
    }

    @Test
    void theEncounterOfAClaim_isOfTheSameMember() {
        var claims = World.CLAIMS.generator().open(LATER);
        var encounters = World.ENCOUNTERS.generator().open(LATER);
        int found = 0;
        Readers readers = new Readers(LATER);
        for (long index = 1; index < MANY; index += 1_013) {
            var claim = claims.read(index);
            if (claim == null) {
                continue;
            }
            for (long encounter : find(readers, "claims", "encounter", index)) {
                assertThat(encounters.present(encounter).id()).isEqualTo(claim.encounter());
                assertThat(encounters.present(encounter).member().id())
                        .isEqualTo(claim.member().id());
                found++;
            }
        }
        assertThat(found).isGreaterThan(20);
    }

    /**
     * Goes through records in their order and notes which ones name which record; then asks for the
     * other way.
     */
    private static <R> void compare(
            Population population,
            RecordKind<R> kind,
            Function<R, @Nullable RecordId> named,
            String from,
            String relation) {
        SortedMap<Long, LongStream.Builder> naming = new TreeMap<>();
        RecordReader<R> reader = kind.generator().open(population);
        long block = kind.indexes().block(population);
        for (long index = 0; index < MANY / block * block; index++) {
            R record = reader.read(index);
            RecordId id = record == null ? null : named.apply(record);
            if (id != null) {
                long of =
                        CATALOG.kind(from).orElseThrow().indexes().indexOf(population, id.index());
                naming.computeIfAbsent(of, any -> LongStream.builder()).add(index);
            }
        }
        assertThat(naming).hasSizeGreaterThan(MANY / 10);
        Readers readers = new Readers(population);
        int number = 0;
        for (Map.Entry<Long, LongStream.Builder> each : naming.entrySet()) {
            if (number++ % EVERY == 0) {
                assertThat(find(readers, from, relation, each.getKey()))
                        .as("%s of %s %d", relation, from, each.getKey())
                        .isEqualTo(each.getValue().build().toArray());
            }
        }
    }

    private static long[] find(Readers readers, String kind, String relation, long index) {
        return CATALOG.relations(CATALOG.kind(kind).orElseThrow()).stream()
                .filter(each -> each.name().equals(relation))
                .findFirst()
                .orElseThrow()
                .finder()
                .find(readers, index);
    }
}
