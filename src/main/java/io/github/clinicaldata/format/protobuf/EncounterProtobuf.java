package io.github.clinicaldata.format.protobuf;

import com.google.protobuf.Descriptors.Descriptor;
import io.github.clinicaldata.proto.v1.Encounter;
import jakarta.inject.Singleton;

/** The message of the kind {@code encounters}. */
@Singleton
public final class EncounterProtobuf implements ProtobufMapping {
    @Override
    public String kind() {
        return "encounters";
    }

    @Override
    public Descriptor message() {
        return Encounter.getDescriptor();
    }
}
