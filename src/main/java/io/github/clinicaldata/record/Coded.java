package io.github.clinicaldata.record;

/** A value of a closed list, known by a code in lower case with underscores. */
public interface Coded {
    /** The code as it stands in JSON and CSV. */
    Text code();

    /** The constant's own name, as enums have it; the protobuf value ends in it. */
    String name();
}
