package io.github.clinicaldata.format.protobuf;

import com.google.protobuf.Descriptors.Descriptor;
import io.github.clinicaldata.proto.v1.EligibilityCheck;
import jakarta.inject.Singleton;

/** The message of the kind {@code eligibility-checks}. */
@Singleton
public final class EligibilityCheckProtobuf implements ProtobufMapping {
    @Override
    public String kind() {
        return "eligibility-checks";
    }

    @Override
    public Descriptor message() {
        return EligibilityCheck.getDescriptor();
    }
}
