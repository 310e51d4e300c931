package io.github.clinicaldata.format.protobuf;

import com.google.protobuf.Descriptors.Descriptor;
import io.github.clinicaldata.proto.v1.Provider;
import jakarta.inject.Singleton;

/** The message of the kind {@code providers}. */
@Singleton
public final class ProviderProtobuf implements ProtobufMapping {
    @Override
    public String kind() {
        return "providers";
    }

    @Override
    public Descriptor message() {
        return Provider.getDescriptor();
    }
}
