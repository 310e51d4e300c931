package io.github.clinicaldata.format.protobuf;

import com.google.protobuf.Descriptors.Descriptor;
import io.github.clinicaldata.proto.v1.Enrollment;
import jakarta.inject.Singleton;

/** The message of the kind {@code enrollments}. */
@Singleton
public final class EnrollmentProtobuf implements ProtobufMapping {
    @Override
    public String kind() {
        return "enrollments";
    }

    @Override
    public Descriptor message() {
        return Enrollment.getDescriptor();
    }
}
