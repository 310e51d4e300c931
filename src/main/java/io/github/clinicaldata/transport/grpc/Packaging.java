package io.github.clinicaldata.transport.grpc;

import io.github.clinicaldata.proto.v1.StreamRequest;
import io.github.clinicaldata.stream.Chunk;
import io.github.clinicaldata.stream.Framing;
import java.util.Iterator;

/** How the records of a chunk become messages. */
interface Packaging {
    /** What goes around each record of a chunk. */
    Framing framing();

    /** The most records that a chunk may hold. */
    int mostRecords(StreamRequest request);

    /** The messages of a chunk that is not empty. */
    Iterator<EncodedMessage> messages(Chunk chunk);
}
