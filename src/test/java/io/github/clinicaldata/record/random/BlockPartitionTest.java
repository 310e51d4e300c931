package io.github.clinicaldata.record.random;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clinicaldata.support.Statistics;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BlockPartitionTest {
    private static final Aspect LAYOUT = Aspect.named("layout");

    @Property(tries = 200)
    void groups_fillTheBlockExactly_sideBySide(
            @ForAll @IntRange(min = 1, max = 100) int block,
            @ForAll @IntRange(min = 1, max = 9) int largest,
            @ForAll long key) {
        double[] shares = new double[largest];
        RandomStream stream = new RandomStream().reset(key, Aspect.named("shares"));
        for (int i = 0; i < largest; i++) {
            shares[i] = 0.05 + stream.nextDouble();
        }
        int[] first = new int[block];
        new BlockPartition(block, shares).deal(stream.reset(key, LAYOUT), first);
        for (int member = 0; member < block; member++) {
            boolean starts = first[member] == member;
            boolean goesOn = member > 0 && first[member] == first[member - 1];
            assertThat(starts ^ goesOn).isTrue();
            assertThat(member - first[member]).isLessThan(largest);
        }
    }

    @Test
    void sizes_followTheShares_overManyBlocks() {
        double[] shares = {0.28, 0.336, 0.154, 0.131, 0.061, 0.024, 0.014};
        long[] counts = sizes(64, shares, 40_000);
        // Sizes in a block depend on each other: they must fill it. That makes them vary less, not
        // more, than independent draws, so total variation is the honest bound.
        assertThat(Statistics.totalVariation(counts, shares)).isLessThan(0.002);
    }

    @Test
    void sizes_followTheShares_inATightBlock() {
        double[] shares = {0.5, 0.3, 0.2};
        assertThat(Statistics.totalVariation(sizes(8, shares, 100_000), shares)).isLessThan(0.005);
    }

    @Test
    void aShareOfZero_neverComes() {
        assertThat(sizes(64, new double[] {0.5, 0, 0.5}, 2_000)[1]).isZero();
    }

    private static long[] sizes(int block, double[] shares, int blocks) {
        BlockPartition partition = new BlockPartition(block, shares);
        assertThat(partition.block()).isEqualTo(block);
        long[] counts = new long[shares.length];
        int[] first = new int[block];
        RandomStream stream = new RandomStream();
        RandomKey key = RandomKey.of(7, "blocks");
        for (int i = 0; i < blocks; i++) {
            partition.deal(stream.reset(key.at(i), LAYOUT), first);
            int start = 0;
            for (int member = 1; member <= block; member++) {
                if (member == block || first[member] == member) {
                    counts[member - start - 1]++;
                    start = member;
                }
            }
        }
        return counts;
    }
}
