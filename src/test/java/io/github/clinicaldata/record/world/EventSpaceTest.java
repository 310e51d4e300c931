package io.github.clinicaldata.record.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.clinicaldata.record.Knobs;
import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.support.World;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class EventSpaceTest {
    private static final EventSpace SPACE = new EventSpace(5, 3, 4, 2, 7, 1, 6);
    private static final long BLOCKS = 1L << 29;

    private static Population asOf(int daysAfterEpoch) {
        return new Population(
                World.POPULATION.seed(),
                World.EPOCH,
                World.EPOCH.plusDays(daysAfterEpoch),
                Knobs.DEFAULTS);
    }

    @Property(tries = 2_000)
    void index_slotAndNumberInTheId_leadToEachOther(
            @ForAll @IntRange(max = 3 * 365 - 1) int days,
            @ForAll @LongRange(min = 0, max = BLOCKS - 1) long block,
            @ForAll @IntRange(max = 27) int offset) {
        Population population = asOf(days);
        int known = PlanYears.known(population);
        long inBlock = SPACE.block(population);
        long index = block * inBlock + offset % inBlock;
        EventSpace.Slot slot = new EventSpace.Slot();
        SPACE.locate(index, known, slot);
        assertThat(slot.block()).isEqualTo(block);
        assertThat(slot.year()).isLessThan(known);
        assertThat(slot.number()).isBetween(0, SPACE.slots(slot.year()) - 1);
        assertThat(SPACE.index(block, slot.year(), slot.number(), known)).isEqualTo(index);
        long number = SPACE.numberInId(block, slot.year(), slot.number());
        assertThat(SPACE.indexOf(population, number)).isEqualTo(index);
        if (slot.year() < PlanYears.CURRENT) {
            assertThat(SPACE.indexOf(asOf(0), number)).isEqualTo(number);
        } else {
            assertThat(SPACE.indexOf(asOf(0), number)).isEqualTo(-1);
        }
    }

    @Test
    void atTheEpoch_allIndexesHaveRecords_andLaterSomeHaveNone() {
        assertThat(SPACE.block(asOf(0))).isEqualTo(5 + 3 + 4 + 2);
        assertThat(SPACE.hasGaps(asOf(0))).isFalse();
        assertThat(SPACE.block(asOf(1))).isEqualTo(5 + 3 + 4 + 2 + 7);
        assertThat(SPACE.hasGaps(asOf(1))).isTrue();
        assertThat(SPACE.size(asOf(3 * 365 - 1))).isEqualTo(BLOCKS * 28);
    }

    @Test
    void numbersBeyondTheLastEvent_areNoRecords() {
        assertThat(SPACE.indexOf(asOf(3 * 365 - 1), BLOCKS * 28)).isEqualTo(-1);
    }

    @Test
    void tooFewYears_orTooManySlots_areRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new EventSpace(1, 2));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventSpace.of(9_000, 1))
                .withMessageContaining("9000");
    }
}
