package io.github.clinicaldata.format.protobuf;

import com.google.protobuf.Descriptors.Descriptor;
import io.github.clinicaldata.proto.v1.Claim;
import jakarta.inject.Singleton;

/** The message of the kind {@code claims}. */
@Singleton
public final class ClaimProtobuf implements ProtobufMapping {
    @Override
    public String kind() {
        return "claims";
    }

    @Override
    public Descriptor message() {
        return Claim.getDescriptor();
    }
}
