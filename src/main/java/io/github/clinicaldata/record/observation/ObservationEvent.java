package io.github.clinicaldata.record.observation;

import io.github.clinicaldata.record.code.VitalSign;
import io.github.clinicaldata.record.health.Visit;
import io.github.clinicaldata.record.measurement.Result;
import org.jspecify.annotations.Nullable;

/**
 * An observation of a block's year before it is a record: a sign that is taken at a visit, or a
 * result of a report.
 *
 * @param visit the visit
 * @param visitNumber its number among those of the year
 * @param minute of the day, local time
 * @param sign what is taken, or null
 * @param report the number of the report among those of the year, or -1
 * @param result of the report, or null
 */
record ObservationEvent(
        Visit visit,
        int visitNumber,
        int minute,
        @Nullable VitalSign sign,
        int report,
        @Nullable Result result) {
    /** In what order those of a visit stand. */
    int rank() {
        return sign != null
                ? sign.ordinal()
                : 100 + (result == null ? 0 : result.analyte().ordinal());
    }
}
