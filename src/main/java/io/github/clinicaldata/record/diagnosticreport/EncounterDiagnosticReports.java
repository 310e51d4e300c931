package io.github.clinicaldata.record.diagnosticreport;

import io.github.clinicaldata.record.RecordRelation;
import io.github.clinicaldata.record.RecordRelations;
import jakarta.inject.Singleton;
import java.util.List;

/** The way from an encounter to the reports that were ordered there. */
@Singleton
public final class EncounterDiagnosticReports implements RecordRelations {
    @Override
    public String from() {
        return "encounters";
    }

    @Override
    public List<RecordRelation> relations() {
        return List.of(
                new RecordRelation(
                        DiagnosticReportsKind.NAME,
                        "The diagnostic reports that were ordered at the encounter",
                        DiagnosticReportsKind.NAME,
                        (readers, index) -> DiagnosticReportReader.of(readers).ofEncounter(index)));
    }
}
