package io.github.clinicaldata.transport.grpc;

import io.github.clinicaldata.proto.v1.StreamRequest;
import io.github.clinicaldata.stream.Chunk;
import io.github.clinicaldata.stream.Framing;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** One record a message: the messages of a chunk lie in it one after the other, lengths between. */
enum SingleRecords implements Packaging {
    /** The packaging; it has no state. */
    PACKAGING;

    @Override
    public Framing framing() {
        return Framing.NONE;
    }

    @Override
    public int mostRecords(StreamRequest request) {
        return Integer.MAX_VALUE;
    }

    @Override
    public Iterator<EncodedMessage> messages(Chunk chunk) {
        return new DelimitedMessages(chunk.bytes(), chunk.length());
    }

    /** Walks over messages that each have their length as a varint before them. */
    static final class DelimitedMessages implements Iterator<EncodedMessage> {
        private final byte[] bytes;
        private final int end;
        private int position;

        DelimitedMessages(byte[] bytes, int end) {
            this.bytes = bytes;
            this.end = end;
        }

        @Override
        public boolean hasNext() {
            return position < end;
        }

        @Override
        public EncodedMessage next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            int length = 0;
            int shift = 0;
            byte part;
            do {
                part = bytes[position++];
                length |= (part & 0x7F) << shift;
                shift += 7;
            } while (part < 0);
            int start = position;
            position += length;
            return new EncodedMessage(bytes, start, length);
        }
    }
}
