package io.github.clinicaldata.format.protobuf;

import com.google.protobuf.Descriptors.Descriptor;

/** Names the protobuf message of a kind; one file a kind announces itself as a bean. */
public interface ProtobufMapping {
    /** The name of the kind. */
    String kind();

    /** The message of {@code proto/} for one record; its fields have the names of the schema. */
    Descriptor message();
}
