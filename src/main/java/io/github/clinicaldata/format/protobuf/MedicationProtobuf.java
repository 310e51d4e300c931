package io.github.clinicaldata.format.protobuf;

import com.google.protobuf.Descriptors.Descriptor;
import io.github.clinicaldata.proto.v1.Medication;
import jakarta.inject.Singleton;

/** The message of the kind {@code medications}. */
@Singleton
public final class MedicationProtobuf implements ProtobufMapping {
    @Override
    public String kind() {
        return "medications";
    }

    @Override
    public Descriptor message() {
        return Medication.getDescriptor();
    }
}
