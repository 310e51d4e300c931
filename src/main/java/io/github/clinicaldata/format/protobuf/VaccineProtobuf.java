package io.github.clinicaldata.format.protobuf;

import com.google.protobuf.Descriptors.Descriptor;
import io.github.clinicaldata.proto.v1.Vaccine;
import jakarta.inject.Singleton;

/** The message of the kind {@code vaccines}. */
@Singleton
public final class VaccineProtobuf implements ProtobufMapping {
    @Override
    public String kind() {
        return "vaccines";
    }

    @Override
    public Descriptor message() {
        return Vaccine.getDescriptor();
    }
}
