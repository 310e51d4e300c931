package io.github.clinicaldata.transport.grpc;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import io.github.clinicaldata.format.ByteSink;
import io.github.clinicaldata.proto.v1.StreamRequest;
import io.github.clinicaldata.stream.Chunk;
import io.github.clinicaldata.stream.Framing;
import java.util.Collections;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Many records a message: tags between the records make the bytes of a chunk a batch message. */
final class RecordBatches implements Packaging, Framing {
    /** Records of a batch when the request does not say. */
    private static final int DEFAULT_SIZE = 100;

    private static final int RECORDS = 1;
    private static final int VARINT = 0;
    private static final int LENGTH_DELIMITED = 2;

    private final byte[] recordTag;
    private final byte[] firstIndexTag;

    /**
     * The packaging of a batch message.
     *
     * @param batch has the records as its field 1 and their {@code first_index}
     */
    RecordBatches(Descriptor batch) {
        recordTag = tag(RECORDS, LENGTH_DELIMITED);
        FieldDescriptor firstIndex = batch.findFieldByName("first_index");
        if (firstIndex == null) {
            throw new IllegalArgumentException(batch.getFullName() + " has no first_index");
        }
        firstIndexTag = tag(firstIndex.getNumber(), VARINT);
    }

    private static byte[] tag(int number, int wireType) {
        ByteSink sink = new ByteSink(8);
        sink.writeVarint((long) number << 3 | wireType);
        return sink.toByteArray();
    }

    /** The message of the records in a batch message, or null for any other message. */
    static @Nullable Descriptor recordsOf(Descriptor message) {
        FieldDescriptor records = message.findFieldByNumber(RECORDS);
        return records != null
                        && records.isRepeated()
                        && records.getJavaType() == FieldDescriptor.JavaType.MESSAGE
                ? records.getMessageType()
                : null;
    }

    @Override
    public Framing framing() {
        return this;
    }

    @Override
    public void before(long index, long number, ByteSink sink) {
        // parsers take fields in any order; here the index is known, at the end it no longer is
        if (sink.size() == 0 && index != 0) {
            sink.write(firstIndexTag);
            sink.writeVarint(index);
        }
        sink.write(recordTag);
    }

    @Override
    public int mostRecords(StreamRequest request) {
        return request.getBatchSize() == 0 ? DEFAULT_SIZE : request.getBatchSize();
    }

    @Override
    public Iterator<EncodedMessage> messages(Chunk chunk) {
        return Collections.singleton(new EncodedMessage(chunk.bytes(), 0, chunk.length()))
                .iterator();
    }
}
