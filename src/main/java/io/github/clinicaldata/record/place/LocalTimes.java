package io.github.clinicaldata.record.place;

import static io.github.clinicaldata.record.code.ReferenceTable.integer;

import io.github.clinicaldata.record.code.ReferenceTable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The clocks of the states: {@code codes/time-zones.csv}. The rules are written out here, so that
 * the time zone data of a JDK can't change a record.
 */
public final class LocalTimes {
    private static final int MINUTES_AN_HOUR = 60;
    private static final int FIRST_YEAR = 1900;
    private static final int YEARS = 200;

    private static final class Holder {
        static final LocalTimes STANDARD = new LocalTimes();
    }

    /** By the ordinal of the state: standard time and that of summer. */
    private final ZoneOffset[][] offsets;

    private final int[] springForward = new int[YEARS];
    private final int[] fallBack = new int[YEARS];

    private LocalTimes() {
        SortedMap<String, ZoneOffset[]> byState = new TreeMap<>();
        for (var row : ReferenceTable.read("codes/time-zones.csv").rows()) {
            int hours = integer(row, "offset");
            boolean daylight = Boolean.parseBoolean(row.getField("daylight"));
            byState.put(
                    row.getField("state"),
                    new ZoneOffset[] {
                        ZoneOffset.ofHours(hours), ZoneOffset.ofHours(daylight ? hours + 1 : hours)
                    });
        }
        offsets =
                Places.standard().states().stream()
                        .map(state -> byState.get(state.code().toString()))
                        .toArray(ZoneOffset[][]::new);
        for (int i = 0; i < YEARS; i++) {
            LocalDate march = LocalDate.of(FIRST_YEAR + i, Month.MARCH, 1);
            LocalDate november = LocalDate.of(FIRST_YEAR + i, Month.NOVEMBER, 1);
            springForward[i] =
                    (int)
                            march.with(TemporalAdjusters.dayOfWeekInMonth(2, DayOfWeek.SUNDAY))
                                    .toEpochDay();
            fallBack[i] =
                    (int)
                            november.with(TemporalAdjusters.firstInMonth(DayOfWeek.SUNDAY))
                                    .toEpochDay();
        }
    }

    /** The clocks of the product, read once. */
    public static LocalTimes standard() {
        return Holder.STANDARD;
    }

    /**
     * A moment by the clock of a state. On the day on which clocks change, the whole day has the
     * new time; before 1900 and after 2099 nobody changes them.
     *
     * @param day in days since 1970-01-01
     * @param minute of the day; minutes beyond it count into the next days
     */
    public OffsetDateTime at(State state, int day, int minute) {
        int minutesADay = 24 * MINUTES_AN_HOUR;
        LocalDate date = LocalDate.ofEpochDay(day + Math.floorDiv(minute, minutesADay));
        int rest = Math.floorMod(minute, minutesADay);
        ZoneOffset[] ofState = offsets[state.ordinal()];
        int year = Math.max(0, Math.min(YEARS - 1, date.getYear() - FIRST_YEAR));
        long epochDay = date.toEpochDay();
        boolean daylight = epochDay >= springForward[year] && epochDay < fallBack[year];
        return OffsetDateTime.of(
                date,
                LocalTime.of(rest / MINUTES_AN_HOUR, rest % MINUTES_AN_HOUR),
                ofState[daylight ? 1 : 0]);
    }
}
