package io.github.clinicaldata.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.clinicaldata.record.Knobs;
import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.Readers;
import io.github.clinicaldata.record.RecordKind;
import io.github.clinicaldata.record.RecordRelation;
import io.github.clinicaldata.support.World;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Who gets whose readers, and that it makes no difference to what is read. */
class RecentReadersTest {
    private final RecentReaders recent = new RecentReaders();

    private Readers used(Population population, long member) {
        return recent.use(World.MEMBERS, population, member, readers -> readers);
    }

    @Test
    void aMemberOfTheSameBlock_isReadByTheSameReaders() {
        Readers first = used(World.POPULATION, 3);
        assertThat(used(World.POPULATION, 63)).isSameAs(first);
        assertThat(used(World.POPULATION, 64)).isNotSameAs(first);
    }

    @Test
    void claimsOfABlock_areReadByTheReadersOfItsMembers() {
        Readers first = used(World.POPULATION, 64);
        long claim = World.CLAIMS.indexes().block(World.POPULATION);
        Readers readers = recent.use(World.CLAIMS, World.POPULATION, claim, ofClaim -> ofClaim);
        assertThat(readers).isSameAs(first);
    }

    @Test
    void readersThatAreInUse_areLentToNobodyElse() {
        Readers first = recent.take(World.MEMBERS, World.POPULATION, 0);
        assertThat(recent.take(World.MEMBERS, World.POPULATION, 0)).isNotSameAs(first);
    }

    @Test
    void anotherPopulation_hasReadersOfItsOwn() {
        Readers first = used(World.POPULATION, 0);
        assertThat(used(Population.of(7, World.EPOCH), 0)).isNotSameAs(first);
        Knobs knobs = new Knobs(new TreeMap<>(Map.of("denial_share", "0.5")));
        Population other = new Population(42, World.EPOCH, World.EPOCH, knobs);
        Readers ofOther = used(other, 0);
        assertThat(ofOther).isNotSameAs(first);
        assertThat(ofOther.population()).isEqualTo(other);
    }

    @Test
    void aLookUpThatFails_leavesNothingBehind() {
        Readers first = used(World.POPULATION, 0);
        assertThatThrownBy(
                        () ->
                                recent.use(
                                        World.MEMBERS,
                                        World.POPULATION,
                                        0,
                                        readers -> {
                                            throw new IllegalStateException("half drawn");
                                        }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(used(World.POPULATION, 0)).isNotSameAs(first);
    }

    @Test
    void theReadersUsedLast_areKept() {
        Readers first = used(World.POPULATION, 0);
        for (int block = 1; block < RecentReaders.MOST; block++) {
            used(World.POPULATION, block * 64L);
        }
        assertThat(used(World.POPULATION, 0)).isSameAs(first);
        Readers second = used(World.POPULATION, RecentReaders.MOST * 64L);
        assertThat(used(World.POPULATION, 64)).isNotSameAs(second);
        assertThat(used(World.POPULATION, 0)).isSameAs(first);
    }

    /** In an order in which each kind finds what others have drawn, and blocks that are left. */
    @Test
    void records_areThoseOfFreshReaders() {
        for (long member : new long[] {5, 70, 6, 5, 1_000, 70}) {
            for (RecordRelation relation : World.catalog().relations(World.MEMBERS)) {
                RecordKind<?> kind = World.catalog().kind(relation.target()).orElseThrow();
                String again =
                        recent.use(
                                World.MEMBERS,
                                World.POPULATION,
                                member,
                                readers -> text(kind, relation, readers, member));
                assertThat(again)
                        .as("%s of member %d", kind.name(), member)
                        .isEqualTo(text(kind, relation, new Readers(World.POPULATION), member));
            }
        }
    }

    private static String text(
            RecordKind<?> kind, RecordRelation relation, Readers readers, long member) {
        long[] found = relation.finder().find(readers, member);
        return new String(
                World.stream(kind, World.format("ndjson"), readers, found), StandardCharsets.UTF_8);
    }
}
