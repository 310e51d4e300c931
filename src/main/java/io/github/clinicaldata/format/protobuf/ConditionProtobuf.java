package io.github.clinicaldata.format.protobuf;

import com.google.protobuf.Descriptors.Descriptor;
import io.github.clinicaldata.proto.v1.Condition;
import jakarta.inject.Singleton;

/** The message of the kind {@code conditions}. */
@Singleton
public final class ConditionProtobuf implements ProtobufMapping {
    @Override
    public String kind() {
        return "conditions";
    }

    @Override
    public Descriptor message() {
        return Condition.getDescriptor();
    }
}
