package io.github.clinicaldata.record.diagnosticreport;

import io.github.clinicaldata.record.RecordRelation;
import io.github.clinicaldata.record.RecordRelations;
import jakarta.inject.Singleton;
import java.util.List;

/** The way from a member to the member's reports. */
@Singleton
public final class MemberDiagnosticReports implements RecordRelations {
    @Override
    public String from() {
        return "members";
    }

    @Override
    public List<RecordRelation> relations() {
        return List.of(
                new RecordRelation(
                        DiagnosticReportsKind.NAME,
                        "The member's diagnostic reports",
                        DiagnosticReportsKind.NAME,
                        (readers, index) -> DiagnosticReportReader.of(readers).ofMember(index)));
    }
}
