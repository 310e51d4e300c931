package io.github.clinicaldata.format.protobuf;

import com.google.protobuf.Descriptors.Descriptor;
import io.github.clinicaldata.proto.v1.Allergy;
import jakarta.inject.Singleton;

/** The message of the kind {@code allergies}. */
@Singleton
public final class AllergyProtobuf implements ProtobufMapping {
    @Override
    public String kind() {
        return "allergies";
    }

    @Override
    public Descriptor message() {
        return Allergy.getDescriptor();
    }
}
