package io.github.clinicaldata.record.diagnosticreport;

import io.github.clinicaldata.contract.RecordKindContract;
import io.github.clinicaldata.record.RecordKind;
import io.github.clinicaldata.record.measurement.Result;
import io.github.clinicaldata.support.FlatRecord;
import io.github.clinicaldata.support.World;
import java.util.Set;
import java.util.TreeSet;

class DiagnosticReportsKindTest extends RecordKindContract<DiagnosticReport> {
    private static final int MOST_RESULTS = 30;

    @Override
    protected RecordKind<DiagnosticReport> kind() {
        return World.DIAGNOSTIC_REPORTS;
    }

    @Override
    protected Set<String> pathsThatBecomeKnown() {
        Set<String> paths =
                new TreeSet<>(
                        Set.of(
                                "status",
                                "received_at",
                                "issued_at",
                                "corrected_at",
                                "abnormal",
                                "conclusion"));
        for (String path : FlatRecord.paths(Result.SCHEMA, ".")) {
            for (int i = 0; i < MOST_RESULTS; i++) {
                paths.add("results." + i + "." + path);
            }
        }
        return paths;
    }
}
