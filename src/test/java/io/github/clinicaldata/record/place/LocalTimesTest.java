package io.github.clinicaldata.record.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalTimesTest {
    private static State state(String code) {
        return Places.standard().states().stream()
                .filter(state -> state.code().toString().equals(code))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "NY, 2026-01-15, 600, 2026-01-15T10:00-05:00",
        "NY, 2026-03-07, 600, 2026-03-07T10:00-05:00",
        "NY, 2026-03-08, 600, 2026-03-08T10:00-04:00",
        "NY, 2026-10-31, 600, 2026-10-31T10:00-04:00",
        "NY, 2026-11-01, 600, 2026-11-01T10:00-05:00",
        "NY, 2026-03-08, 119, 2026-03-08T01:59-05:00",
        "NY, 2026-03-08, 120, 2026-03-08T03:00-04:00",
        "NY, 2026-03-08, 179, 2026-03-08T03:00-04:00",
        "NY, 2026-03-08, 180, 2026-03-08T03:00-04:00",
        "NY, 2026-11-01, 119, 2026-11-01T01:59-04:00",
        "NY, 2026-11-01, 120, 2026-11-01T02:00-05:00",
        "AZ, 2026-03-08, 150, 2026-03-08T02:30-07:00",
        "AZ, 2026-07-01, 0, 2026-07-01T00:00-07:00",
        "HI, 2026-07-01, 1439, 2026-07-01T23:59-10:00",
        "CA, 2026-12-31, 1500, 2027-01-01T01:00-08:00"
    })
    void moments_haveTheClockOfTheState(
            String state, LocalDate date, int minute, OffsetDateTime expected) {
        assertThat(LocalTimes.standard().at(state(state), (int) date.toEpochDay(), minute))
                .isEqualTo(expected);
    }

    @Test
    void moments_areInTheOrderOfTheirMinutes() {
        for (String state : List.of("NY", "CA", "AZ")) {
            for (LocalDate day : List.of(LocalDate.of(2023, 3, 12), LocalDate.of(2023, 11, 5))) {
                OffsetDateTime before = null;
                for (int minute = -60; minute < 2 * 1440; minute++) {
                    OffsetDateTime at =
                            LocalTimes.standard().at(state(state), (int) day.toEpochDay(), minute);
                    assertThat(before == null || !at.isBefore(before)).as("%s", at).isTrue();
                    before = at;
                }
            }
        }
    }

    @Test
    void everyState_hasAClock() {
        for (State state : Places.standard().states()) {
            assertThat(LocalTimes.standard().at(state, 0, 0)).isNotNull();
        }
    }
}
