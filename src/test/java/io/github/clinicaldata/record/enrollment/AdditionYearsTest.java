package io.github.clinicaldata.record.enrollment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** An addition has a slot even in a block where more begin in a year than it has slots. */
class AdditionYearsTest {
    @Test
    void additions_takeTheSlotsOfTheirYear() {
        assertThat(
                        AdditionYears.assign(
                                new int[] {3, 0, 3, 1},
                                new int[] {0, 0, 0, 1},
                                new int[] {1, 1, 1, 3}))
                .containsExactly(3, 0, 3, 1);
    }

    @Test
    void thoseThatFindNone_takeTheSlotsOfAnEarlierYear_orOfTheLastOnes() {
        assertThat(
                        AdditionYears.assign(
                                new int[] {3, 3, 3, 0, 0},
                                new int[] {0, 1, 0, 1},
                                new int[] {1, 1, 2, 3}))
                .containsExactly(3, 3, 2, 0, 2);
    }
}
