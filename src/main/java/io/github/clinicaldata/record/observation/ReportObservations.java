package io.github.clinicaldata.record.observation;

import io.github.clinicaldata.record.RecordRelation;
import io.github.clinicaldata.record.RecordRelations;
import jakarta.inject.Singleton;
import java.util.List;

/** The way from a report to those of its results that are observations of their own. */
@Singleton
public final class ReportObservations implements RecordRelations {
    @Override
    public String from() {
        return "diagnostic-reports";
    }

    @Override
    public List<RecordRelation> relations() {
        return List.of(
                new RecordRelation(
                        ObservationsKind.NAME,
                        "Those of the report's results that are observations of their own",
                        ObservationsKind.NAME,
                        (readers, index) -> ObservationReader.of(readers).ofReport(index)));
    }
}
