package io.github.clinicaldata.format.protobuf;

import com.google.protobuf.Descriptors.Descriptor;
import io.github.clinicaldata.proto.v1.Member;
import jakarta.inject.Singleton;

/** The message of the kind {@code members}. */
@Singleton
public final class MemberProtobuf implements ProtobufMapping {
    @Override
    public String kind() {
        return "members";
    }

    @Override
    public Descriptor message() {
        return Member.getDescriptor();
    }
}
