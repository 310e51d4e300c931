package io.github.clinicaldata.format.protobuf;

import com.google.protobuf.Descriptors.Descriptor;
import io.github.clinicaldata.proto.v1.Remittance;
import jakarta.inject.Singleton;

/** The message of the kind {@code remittances}. */
@Singleton
public final class RemittanceProtobuf implements ProtobufMapping {
    @Override
    public String kind() {
        return "remittances";
    }

    @Override
    public Descriptor message() {
        return Remittance.getDescriptor();
    }
}
