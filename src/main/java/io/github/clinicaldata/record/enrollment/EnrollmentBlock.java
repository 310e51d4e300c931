package io.github.clinicaldata.record.enrollment;

import io.github.clinicaldata.record.world.PlanYears;

/** The enrollments of the members of one block, each year drawn when it is first asked for. */
final class EnrollmentBlock {
    private final long number;
    private final Cover[] covers;
    private final int[] additionYears;
    private final EnrollmentDraw draw;
    private final EnrollmentEvent[][] byYear = new EnrollmentEvent[PlanYears.COUNT][];

    /**
     * A block.
     *
     * @param number of the block
     * @param covers by position of the member
     * @param additionYears the year whose slot the addition of each coverage takes
     * @param draw draws a year
     */
    EnrollmentBlock(long number, Cover[] covers, int[] additionYears, EnrollmentDraw draw) {
        this.number = number;
        this.covers = covers;
        this.additionYears = additionYears;
        this.draw = draw;
    }

    /** The number of the block. */
    long number() {
        return number;
    }

    /** All coverages, by position of the member. */
    Cover[] covers() {
        return covers;
    }

    /** The year whose slot the addition of a coverage takes. */
    int additionYear(int cover) {
        return additionYears[cover];
    }

    /** The enrollments of a year, in the order of their slots. */
    EnrollmentEvent[] ofYear(int year) {
        EnrollmentEvent[] events = byYear[year];
        if (events == null) {
            events = draw.draw(this, year);
            byYear[year] = events;
        }
        return events;
    }
}
