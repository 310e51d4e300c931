package io.github.clinicaldata.record.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.clinicaldata.support.Statistics;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AliasTableTest {
    private static final int DRAWS = 300_000;

    @Test
    void picks_followTheWeights() {
        assertFollows(1, 2, 3, 4);
        assertFollows(0.001, 0.999);
        assertFollows(7);
        assertFollows(0, 5, 0, 0, 1e-9, 3, 0);
        double[] steep = new double[300];
        for (int i = 0; i < steep.length; i++) {
            steep[i] = 1.0 / (i + 1);
        }
        assertFollows(steep);
    }

    private static void assertFollows(double... weights) {
        AliasTable table = AliasTable.of(weights);
        RandomStream stream = new RandomStream().reset(weights.length, Aspect.named("alias"));
        long[] counts = new long[weights.length];
        for (int i = 0; i < DRAWS; i++) {
            counts[table.pick(stream)]++;
        }
        assertThat(Statistics.chiSquare(counts, weights)).isGreaterThan(Statistics.RARE);
    }

    @Test
    void exactProbabilities_areTheShares() {
        double[] weights = {0.1, 0.2, 0.3, 0.05, 0.35};
        AliasTable table = AliasTable.of(weights);
        // 2^12 evenly spaced high halves times 2^12 low halves cover the square of all 64-bit draws
        double[] found = new double[weights.length];
        for (long high = 0; high < 1 << 12; high++) {
            for (long low = 0; low < 1 << 8; low++) {
                found[table.pick(high << 52 | low << 24)] += 1.0 / (1 << 20);
            }
        }
        for (int i = 0; i < weights.length; i++) {
            assertThat(found[i]).isCloseTo(weights[i], within(0.002));
        }
    }

    @Test
    void extremeBits_pickWhatHasWeight() {
        AliasTable table = AliasTable.of(0, 1, 0);
        assertThat(table.pick(0)).isEqualTo(1);
        assertThat(table.pick(-1)).isEqualTo(1);
        assertThat(table.pick(0xFFFFFFFFL)).isEqualTo(1);
        assertThat(table.pick(Long.MIN_VALUE)).isEqualTo(1);
        assertThat(AliasTable.of(3).pick(-1)).isZero();
    }

    @Property(tries = 300)
    void whatHasNoWeight_isNeverPicked(
            @ForAll @Size(min = 1, max = 40) List<@DoubleRange(min = 0, max = 1e6) Double> weights,
            @ForAll long key) {
        double[] given = weights.stream().mapToDouble(w -> w < 2e5 ? 0 : w).toArray();
        if (Arrays.stream(given).sum() == 0) {
            return;
        }
        AliasTable table = AliasTable.of(given);
        RandomStream stream = new RandomStream().reset(key, Aspect.named("alias"));
        for (int i = 0; i < 500; i++) {
            assertThat(given[table.pick(stream)]).isPositive();
        }
        assertThat(Arrays.stream(table.shares()).sum()).isCloseTo(1, within(1e-9));
        assertThat(table.size()).isEqualTo(given.length);
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {-1, -1e-300, Double.NaN, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY})
    void badWeight_isRefused(double weight) {
        assertThatIllegalArgumentException().isThrownBy(() -> AliasTable.of(1, weight));
    }

    @Test
    void noWeightAtAll_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(AliasTable::of);
        assertThatIllegalArgumentException().isThrownBy(() -> AliasTable.of(0, 0));
    }
}
