package io.github.clinicaldata.record.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.clinicaldata.support.Statistics;
import java.util.Arrays;
import java.util.BitSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PermutationTest {
    @Test
    void everySmallSize_isPermutedWhole() {
        for (int size = 1; size <= 600; size++) {
            assertBijection(new Permutation(size * 31L, size));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {4095, 4096, 4097, 16_384, 65_537, 99_991, 1 << 18})
    void largerSizes_arePermutedWhole(int size) {
        for (long key = -2; key < 3; key++) {
            assertBijection(new Permutation(key, size));
        }
    }

    private static void assertBijection(Permutation permutation) {
        int size = (int) permutation.size();
        BitSet seen = new BitSet(size);
        for (int index = 0; index < size; index++) {
            long number = permutation.apply(index);
            assertThat(number).isBetween(0L, size - 1L);
            assertThat(permutation.invert(number)).isEqualTo(index);
            seen.set((int) number);
        }
        assertThat(seen.cardinality()).isEqualTo(size);
    }

    @Property
    void inverse_findsTheIndexBack(
            @ForAll long key,
            @ForAll @LongRange(min = 1, max = 1L << 62) long size,
            @ForAll @LongRange(min = 0) long any) {
        Permutation permutation = new Permutation(key, size);
        long index = any % size;
        long number = permutation.apply(index);
        assertThat(number).isBetween(0L, size - 1);
        assertThat(permutation.invert(number)).isEqualTo(index);
        assertThat(permutation.apply(permutation.invert(index))).isEqualTo(index);
    }

    @Test
    void anIndexBeyondTheSize_countsFromItsStartAgain() {
        Permutation permutation = new Permutation(9, 1000);
        assertThat(permutation.apply(1000)).isEqualTo(permutation.apply(0));
        assertThat(permutation.apply(123_456_789_012L)).isEqualTo(permutation.apply(12));
    }

    @Test
    void keys_giveDifferentOrders_andNeighboursScatter() {
        Permutation one = new Permutation(1, 1L << 42);
        Permutation other = new Permutation(2, 1L << 42);
        long[] buckets = new long[64];
        int same = 0;
        for (long index = 0; index < 100_000; index++) {
            same += one.apply(index) == other.apply(index) ? 1 : 0;
            buckets[(int) (one.apply(index) >>> 36)]++;
        }
        assertThat(same).isZero();
        double[] even = new double[64];
        Arrays.fill(even, 1);
        assertThat(Statistics.totalVariation(buckets, even)).isLessThan(0.05);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE, (1L << 62) + 1})
    void impossibleSize_isRefused(long size) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Permutation(1, size));
    }
}
