package io.github.clinicaldata.record.enrollment;

import java.util.Arrays;

/**
 * Deals out the additions of a block to the slots of the past years. Each goes to the year of its
 * file; the few that find no slot there, in about one of a million blocks, go to a past year that
 * has one. As all slots of the past years are always known, nobody can tell but by the order.
 */
final class AdditionYears {
    private AdditionYears() {}

    /**
     * The years whose slots the additions take.
     *
     * @param wanted the year of each addition's file, among the past ones
     * @param taken how many slots of each past year are taken by what has to be there too
     * @param slots the slots of each past year
     */
    static int[] assign(int[] wanted, int[] taken, int[] slots) {
        int[] left = new int[slots.length];
        Arrays.setAll(left, year -> slots[year] - taken[year]);
        int[] assigned = new int[wanted.length];
        for (int i = 0; i < wanted.length; i++) {
            int year = wanted[i];
            for (int tries = 0; left[year] <= 0 && tries < slots.length; tries++) {
                year = year == 0 ? slots.length - 1 : year - 1;
            }
            left[year]--;
            assigned[i] = year;
        }
        return assigned;
    }
}
