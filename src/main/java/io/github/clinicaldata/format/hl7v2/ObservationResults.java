package io.github.clinicaldata.format.hl7v2;

import io.github.clinicaldata.format.EncoderSession;
import io.github.clinicaldata.format.StreamContext;
import io.github.clinicaldata.record.diagnosticreport.DiagnosticReport;
import jakarta.inject.Singleton;

/** The message {@code oru_r01}: reports of laboratories, images and studies. */
@Singleton
public final class ObservationResults implements MessageType<DiagnosticReport> {
    @Override
    public String name() {
        return "oru_r01";
    }

    @Override
    public String kind() {
        return "diagnostic-reports";
    }

    @Override
    public String description() {
        return "Observation results, ORU^R01";
    }

    @Override
    public EncoderSession<DiagnosticReport> open(StreamContext context) {
        return new ReportSession(this, context);
    }
}
