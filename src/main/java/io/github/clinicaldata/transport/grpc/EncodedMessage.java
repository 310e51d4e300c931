package io.github.clinicaldata.transport.grpc;

import io.grpc.Drainable;
import io.grpc.KnownLength;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * A message whose bytes are there already, so that nothing is left to do but to copy them to the
 * wire. Read once; the array is not changed any more.
 */
final class EncodedMessage extends ByteArrayInputStream implements KnownLength, Drainable {

    /** A part of an array. */
    EncodedMessage(byte[] bytes, int from, int length) {
        super(bytes, from, length);
    }

    @Override
    public int drainTo(OutputStream target) throws IOException {
        int length = count - pos;
        target.write(buf, pos, length);
        pos = count;
        return length;
    }
}
