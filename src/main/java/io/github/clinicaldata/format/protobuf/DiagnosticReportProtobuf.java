package io.github.clinicaldata.format.protobuf;

import com.google.protobuf.Descriptors.Descriptor;
import io.github.clinicaldata.proto.v1.DiagnosticReport;
import jakarta.inject.Singleton;

/** The message of the kind {@code diagnostic-reports}. */
@Singleton
public final class DiagnosticReportProtobuf implements ProtobufMapping {
    @Override
    public String kind() {
        return "diagnostic-reports";
    }

    @Override
    public Descriptor message() {
        return DiagnosticReport.getDescriptor();
    }
}
