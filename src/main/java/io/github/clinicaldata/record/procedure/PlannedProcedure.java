package io.github.clinicaldata.record.procedure;

import io.github.clinicaldata.record.health.Visit;

/**
 * A procedure as a block draws it, whatever {@code asOf} is.
 *
 * @param visit during which it is done
 * @param code what is done
 * @param begin in minutes since 1970-01-01 by the local clock
 * @param end in the same
 * @param key of its random streams
 */
record PlannedProcedure(Visit visit, ProcedureCode code, int begin, int end, long key) {
    /** The day on which it begins. */
    int day() {
        return Math.floorDiv(begin, ProcedureTimes.MINUTES_A_DAY);
    }

    /** The day on which it ends. */
    int lastDay() {
        return Math.floorDiv(end, ProcedureTimes.MINUTES_A_DAY);
    }
}
