package io.github.clinicaldata.record.health;

import io.github.clinicaldata.record.pathway.Setting;
import io.github.clinicaldata.record.world.MemberBlock;
import io.github.clinicaldata.record.world.Sorting;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts the visits of a block in a year into their order, such that nobody is in two places. */
final class YearOfVisits {
    private static final Comparator<Visit> ORDER = YearOfVisits::compare;

    /** How far from the end of a year a visit is moved to an earlier day, at most. */
    private static final int WEEKS = 8 * 7;

    /** How far before a delivery a visit is moved that would put it off, at most. */
    private static final int DAYS = 14;

    /** How many visits of a year give way to deliveries. */
    private static final int MOST_TRIES = 16;

    private Visit[] visits;
    private final MemberDays days;
    private final int first;
    private final int last;
    private @Nullable Visit unplaced;
    private boolean moved;
    private final @Nullable Visit[] previous = new Visit[MemberBlock.SIZE];

    /**
     * The visits of a year.
     *
     * @param first the first day of the year on which there can be visits
     * @param last the last day of the year
     */
    YearOfVisits(List<Visit> drawn, MemberDays days, int first, int last) {
        visits = drawn.toArray(new Visit[0]);
        this.days = days;
        this.first = first;
        this.last = last;
    }

    private static int compare(Visit one, Visit other) {
        long time = time(one);
        long otherTime = time(other);
        return time != otherTime
                ? Long.compare(time, otherTime)
                : Long.compare(one.key(), other.key());
    }

    /** When it is and whose it is, as a number that ascends with day, minute and member. */
    private static long time(Visit visit) {
        return Sorting.time(visit.day(), visit.minute(), visit.member());
    }

    /**
     * The visits in their order. One that falls into another comes after it, but a child is born on
     * its birthday, whatever else its mother is treated for.
     */
    List<Visit> ordered() {
        int tries = 0;
        while (!arrange(tries < MOST_TRIES)) {
            tries++;
        }
        int stays = visits.length;
        visits = NursingStays.withThem(visits);
        if (moved || visits.length > stays) {
            Sorting.sort(visits, YearOfVisits::time, ORDER);
        }
        return List.of(visits);
    }

    /**
     * Moves visits that fall into others.
     *
     * @param mayGiveWay whether others give way to deliveries
     * @return false when one gave way, so that all must be looked at anew
     */
    private boolean arrange(boolean mayGiveWay) {
        Sorting.sort(visits, YearOfVisits::time, ORDER);
        Arrays.fill(previous, null);
        for (int i = 0; i < visits.length; i++) {
            Visit visit = visits[i];
            Visit before = previous[visit.member()];
            if (before != null && meet(before, visit)) {
                if (mayGiveWay && visit.isDelivery()) {
                    giveWay(before, visit);
                    return false;
                }
                visit = after(before, visit, i);
                visits[i] = visit;
                moved = true;
            }
            if (before == null || visit.free() > before.free()) {
                previous[visit.member()] = visit;
            }
        }
        return true;
    }

    /** Moves what would put off a delivery to the days before it, or after it. */
    private void giveWay(Visit visit, Visit delivery) {
        int index = 0;
        while (visits[index] != visit) {
            index++;
        }
        int from = delivery.day() - 1 - (visit.lastDayAway() - visit.day());
        Visit before = onFreeDay(visit, index, from, from - DAYS);
        visits[index] = before == null ? after(delivery, visit, index) : before;
    }

    /** Whether one begins before the other ends, or is the same on the same day. */
    private static boolean meet(Visit before, Visit visit) {
        return visit.begin() < before.free()
                || visit.day() == before.lastDayAway() && visit.rule() == before.rule();
    }

    private Visit after(Visit before, Visit visit, int index) {
        Setting setting = visit.rule().setting();
        int next = before.free() + VisitTimes.QUARTER;
        int day = next / VisitTimes.MINUTES_A_DAY;
        int minute = next % VisitTimes.MINUTES_A_DAY;
        minute -= minute % VisitTimes.QUARTER;
        boolean sameDay =
                before.nights() == 0
                        && visit.rule() != before.rule()
                        && VisitTimes.isOpen(setting, minute)
                        && VisitTimes.onWorkday(setting, day, day, last) == day;
        if (!sameDay) {
            minute = visit.minute();
            day = VisitTimes.onWorkday(setting, day + 1, day + 1, last);
        }
        boolean late =
                day == VisitTimes.NONE || visit.nursing() > 0 && day + visit.nights() >= last;
        return late ? earlier(visit, index) : visit.at(day, minute, last);
    }

    /** At the end of a year: on the last free day before. */
    private Visit earlier(Visit visit, int index) {
        Visit placed = onFreeDay(visit, index, visit.day() - 1, last - WEEKS);
        if (placed == null) {
            unplaced = visit;
            return visit;
        }
        return placed;
    }

    /** The same visit on the last free day of some, or null. */
    private @Nullable Visit onFreeDay(Visit visit, int index, int from, int until) {
        Setting setting = visit.rule().setting();
        int birth = days.birth(visit.member());
        int earliest = VisitDraw.earliest(first, birth, visit.condition(), visit.rule());
        for (int day = from; day >= Math.max(earliest, until); day--) {
            if (VisitTimes.onWorkday(setting, day, day, day) == day
                    && isFree(
                            visit.member(), day, day + visit.lastDayAway() - visit.day(), index)) {
                return visit.at(day, visit.minute(), last);
            }
        }
        return null;
    }

    /** A visit that found no time of its own at the end of the year, or null. */
    @Nullable Visit unplaced() {
        return unplaced;
    }

    private boolean isFree(int member, int from, int to, int except) {
        for (int i = 0; i < visits.length; i++) {
            Visit other = visits[i];
            if (i != except
                    && other.member() == member
                    && other.day() <= to
                    && other.lastDayAway() >= from) {
                return false;
            }
        }
        return true;
    }

    /** The number of a visit in an ordered list that has it. */
    static int numberOf(Visit visit, List<Visit> ordered) {
        return Collections.binarySearch(ordered, visit, ORDER);
    }
}
