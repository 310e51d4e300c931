package io.github.clinicaldata.record.health;

import io.github.clinicaldata.record.world.MemberBlock;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** Puts the visits of a block in a year into their order, such that nobody is in two places. */
final class YearOfVisits {
    private static final Comparator<Visit> ORDER =
            Comparator.comparingInt(Visit::day)
                    .thenComparingInt(Visit::minute)
                    .thenComparingInt(Visit::member)
                    .thenComparingLong(Visit::key);

    private YearOfVisits() {}

    /**
     * Orders visits. One that falls into a stay comes after it.
     *
     * @param last the last day of the year
     */
    static List<Visit> ordered(List<Visit> drawn, int last) {
        Visit[] visits = drawn.toArray(new Visit[0]);
        Arrays.sort(visits, ORDER);
        int[] inHospitalUntil = new int[MemberBlock.SIZE];
        boolean moved = false;
        for (int i = 0; i < visits.length; i++) {
            Visit visit = visits[i];
            int until = inHospitalUntil[visit.member()];
            if (visit.day() < until) {
                int latest = last - visit.nights();
                visit =
                        visit.on(
                                VisitDetails.onWorkday(
                                        visit.rule().setting(), Math.min(until, latest), latest));
                visits[i] = visit;
                moved = true;
            }
            if (visit.nights() > 0) {
                inHospitalUntil[visit.member()] = Math.max(until, visit.lastDay() + 1);
            }
        }
        if (moved) {
            Arrays.sort(visits, ORDER);
        }
        return List.of(visits);
    }

    /** The number of a visit in an ordered list that has it. */
    static int numberOf(Visit visit, List<Visit> ordered) {
        return Collections.binarySearch(ordered, visit, ORDER);
    }
}
