package io.github.clinicaldata.format.protobuf;

import com.google.protobuf.Descriptors.Descriptor;
import io.github.clinicaldata.proto.v1.Procedure;
import jakarta.inject.Singleton;

/** The message of the kind {@code procedures}. */
@Singleton
public final class ProcedureProtobuf implements ProtobufMapping {
    @Override
    public String kind() {
        return "procedures";
    }

    @Override
    public Descriptor message() {
        return Procedure.getDescriptor();
    }
}
