package io.github.clinicaldata.record.diagnosticreport;

import io.github.clinicaldata.record.Coded;
import io.github.clinicaldata.record.Text;

/** How far a report is; the codes are those of FHIR. */
public enum ReportStatus implements Coded {
    /** The specimen was taken or the image made; nothing is known yet. */
    REGISTERED("registered"),
    /** Some results are there. */
    PRELIMINARY("preliminary"),
    /** Complete. */
    FINAL("final"),
    /** Complete, and corrected since. */
    CORRECTED("corrected");

    private final Text code;

    ReportStatus(String code) {
        this.code = Text.of(code);
    }

    @Override
    public Text code() {
        return code;
    }

    /** Whether all results are there. */
    public boolean isComplete() {
        return this == FINAL || this == CORRECTED;
    }
}
