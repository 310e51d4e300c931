package io.github.clinicaldata.record.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clinicaldata.record.Knobs;
import io.github.clinicaldata.record.Population;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanYearsTest {
    private static Population population(LocalDate epoch, LocalDate asOf) {
        return new Population(1, epoch, asOf, Knobs.DEFAULTS);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01, 2026-01-01, 4",
        "2026-01-01, 2026-01-02, 5",
        "2026-01-01, 2027-01-01, 5",
        "2026-01-01, 2027-01-02, 6",
        "2026-01-01, 2028-12-31, 7",
        "2024-02-29, 2025-02-28, 5",
        "2024-02-29, 2025-03-01, 6",
        "2025-07-01, 2026-07-01, 5"
    })
    void aYear_isKnownFromItsSecondDayOn(LocalDate epoch, LocalDate asOf, int known) {
        Population population = population(epoch, asOf);
        assertThat(PlanYears.known(population)).isEqualTo(known);
        assertThat(new PlanYears(population).known()).isEqualTo(known);
    }

    @ParameterizedTest
    @CsvSource({"2026-01-01", "2024-02-29", "2025-07-01"})
    void years_followEachOther_andEveryDayIsOfOne(LocalDate epoch) {
        PlanYears years = new PlanYears(population(epoch, epoch));
        assertThat(years.firstDay(PlanYears.CURRENT)).isEqualTo((int) epoch.toEpochDay());
        for (int year = PlanYears.FIRST; year < PlanYears.COUNT; year++) {
            assertThat(years.firstDay(year + 1)).isEqualTo(years.lastDay(year) + 1);
            assertThat(years.lastDay(year) - years.firstDay(year)).isBetween(364, 365);
            assertThat(years.yearOf(years.firstDay(year))).isEqualTo(year);
            assertThat(years.yearOf(years.lastDay(year))).isEqualTo(year);
        }
        assertThat(years.yearOf(years.firstDay(PlanYears.FIRST) - 1)).isEqualTo(PlanYears.BEFORE);
        assertThat(years.yearOf(years.firstDay(PlanYears.COUNT))).isEqualTo(PlanYears.COUNT);
    }
}
