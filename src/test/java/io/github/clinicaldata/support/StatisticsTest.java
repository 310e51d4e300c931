package io.github.clinicaldata.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class StatisticsTest {
    @Test
    void chiSquare_ofTheExpected_isCertain() {
        assertThat(Statistics.chiSquare(new long[] {500, 300, 200}, new double[] {5, 3, 2}))
                .isGreaterThan(0.99);
    }

    @Test
    void chiSquare_atTheTablesFivePercentPoint_isFivePercent() {
        // 9 degrees of freedom: 16.919 is the 5 percent point; deviations of 41.13 in two of ten
        // cells
        long[] counts = {1092, 908, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000};
        double[] shares = new double[10];
        java.util.Arrays.fill(shares, 1);
        assertThat(Statistics.chiSquare(counts, shares)).isCloseTo(0.05, within(0.003));
    }

    @Test
    void chiSquare_ofWhatNeverComes_isZero() {
        assertThat(Statistics.chiSquare(new long[] {99, 1}, new double[] {1, 0})).isZero();
    }

    @Test
    void totalVariation_isTheShareThatWouldHaveToMove() {
        assertThat(Statistics.totalVariation(new long[] {60, 40}, new double[] {1, 1}))
                .isCloseTo(0.1, within(1e-12));
    }
}
