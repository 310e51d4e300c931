package io.github.clinicaldata.record.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

class HolidaysTest {
    private static List<String> weekdaysOff(int year, IntPredicate open) {
        return LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(date -> date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0)
                .filter(date -> !open.test((int) date.toEpochDay()))
                .map(date -> date.toString().substring(5))
                .toList();
    }

    @Test
    void officesAreClosed_onTheDaysThatOpmPublishes() {
        assertThat(weekdaysOff(2024, Holidays::isWorkday))
                .containsExactly(
                        "01-01", "01-15", "02-19", "05-27", "06-19", "07-04", "09-02", "10-14",
                        "11-11", "11-28", "12-25");
        // Independence Day is a Saturday, and observed on the Friday before
        assertThat(weekdaysOff(2026, Holidays::isWorkday))
                .containsExactly(
                        "01-01", "01-19", "02-16", "05-25", "06-19", "07-03", "09-07", "10-12",
                        "11-11", "11-26", "12-25");
        // New Year's Day of 2022 is a Saturday, observed in 2021
        assertThat(weekdaysOff(2021, Holidays::isWorkday)).endsWith("11-25", "12-24", "12-31");
        assertThat(weekdaysOff(2022, Holidays::isWorkday)).startsWith("01-17").endsWith("12-26");
    }

    @Test
    void banksAreOpen_onFridaysBeforeHolidaysOnSaturdays() {
        assertThat(weekdaysOff(2026, Holidays::isBankDay))
                .containsExactly(
                        "01-01", "01-19", "02-16", "05-25", "06-19", "09-07", "10-12", "11-11",
                        "11-26", "12-25");
        assertThat(weekdaysOff(2021, Holidays::isBankDay))
                .contains("07-05")
                .doesNotContain("06-18", "12-24", "12-31");
    }

    @Test
    void holidaysBegin_whenTheyBecameLaw() {
        assertThat(weekdaysOff(1985, Holidays::isWorkday)).doesNotContain("01-21", "06-19");
        assertThat(weekdaysOff(1986, Holidays::isWorkday)).contains("01-20");
        assertThat(weekdaysOff(2020, Holidays::isWorkday)).doesNotContain("06-19");
    }

    @Test
    void greatHolidays_areFourAYear_onTheirOwnDays() {
        List<String> great =
                LocalDate.of(2026, 1, 1)
                        .datesUntil(LocalDate.of(2027, 1, 1))
                        .filter(date -> Holidays.isGreat((int) date.toEpochDay()))
                        .map(LocalDate::toString)
                        .toList();
        assertThat(great).containsExactly("2026-01-01", "2026-07-04", "2026-11-26", "2026-12-25");
    }

    @Test
    void weekendsAreNeitherWorkdaysNorBankDays() {
        int saturday = (int) LocalDate.of(2026, 3, 7).toEpochDay();
        assertThat(Holidays.isWorkday(saturday) || Holidays.isBankDay(saturday)).isFalse();
        assertThat(Holidays.isWorkday(saturday + 1) || Holidays.isBankDay(saturday + 1)).isFalse();
        assertThat(Holidays.isWorkday(saturday + 2) && Holidays.isBankDay(saturday + 2)).isTrue();
    }
}
