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
    private static final int MINUTES_A_DAY = 24 * MINUTES_AN_HOUR;

    /** The minute of the day at which clocks change. */
    private static final int CHANGE = 2 * MINUTES_AN_HOUR;

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
     * A moment by the clock of a state. Clocks change at two (15 USC 260a); of the hour that comes
     * twice it is the first, and in place of the hour that is left out it is three. Before 1900 and
     * after 2099 nobody changes them.
     *
     * @param day in days since 1970-01-01
     * @param minute of the day; minutes beyond it count into the next days
     */
    public OffsetDateTime at(State state, int day, int minute) {
        LocalDate date = LocalDate.ofEpochDay(day + Math.floorDiv(minute, MINUTES_A_DAY));
        int rest = Math.floorMod(minute, MINUTES_A_DAY);
        ZoneOffset[] ofState = offsets[state.ordinal()];
        int year = Math.max(0, Math.min(YEARS - 1, date.getYear() - FIRST_YEAR));
        long epochDay = date.toEpochDay();
        ZoneOffset standard = ofState[0];
        ZoneOffset summer = ofState[1];
        if (epochDay == springForward[year] && summer != standard && rest >= CHANGE) {
            rest = Math.max(rest, CHANGE + MINUTES_AN_HOUR);
        }
        boolean daylight =
                minute(epochDay, rest) >= minute(springForward[year], CHANGE)
                        && minute(epochDay, rest) < minute(fallBack[year], CHANGE);
        return OffsetDateTime.of(
                date,
                LocalTime.of(rest / MINUTES_AN_HOUR, rest % MINUTES_AN_HOUR),
                daylight ? summer : standard);
    }

    private static long minute(long day, int minute) {
        return day * MINUTES_A_DAY + minute;
    }
}
