package io.github.clinicaldata.format.protobuf;

import com.google.protobuf.Descriptors.Descriptor;
import io.github.clinicaldata.proto.v1.Observation;
import jakarta.inject.Singleton;

/** The message of the kind {@code observations}. */
@Singleton
public final class ObservationProtobuf implements ProtobufMapping {
    @Override
    public String kind() {
        return "observations";
    }

    @Override
    public Descriptor message() {
        return Observation.getDescriptor();
    }
}
