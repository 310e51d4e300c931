package io.github.clinicaldata.format.protobuf;

import com.google.protobuf.Descriptors.Descriptor;
import io.github.clinicaldata.format.RecordEncoder;
import io.github.clinicaldata.format.RecordFormat;
import io.github.clinicaldata.record.RecordKind;
import io.github.clinicaldata.record.RecordSchema;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The format {@code protobuf}: each record as a varint of its length and the message of {@code
 * proto/}, as {@code parseDelimitedFrom} reads it.
 */
@Singleton
public final class ProtobufFormat implements RecordFormat {
    /** The format's name. */
    public static final String NAME = "protobuf";

    private final Map<String, Descriptor> messages = new TreeMap<>();

    /** Collects the mappings that announced themselves. */
    @Inject
    public ProtobufFormat(Instance<ProtobufMapping> mappings) {
        mappings.forEach(mapping -> messages.put(mapping.kind(), mapping.message()));
    }

    /** A format with these mappings. */
    public ProtobufFormat(List<ProtobufMapping> mappings) {
        mappings.forEach(mapping -> messages.put(mapping.kind(), mapping.message()));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String mediaType() {
        return "application/x-protobuf";
    }

    @Override
    public List<String> otherMediaTypes() {
        return List.of("application/protobuf", "application/vnd.google.protobuf");
    }

    @Override
    public String description() {
        return "Length-delimited messages of proto/clinical/v1";
    }

    @Override
    public boolean textual() {
        return false;
    }

    @Override
    public int separatorBefore(byte[] bytes, int start) {
        int length = 1;
        while (bytes[start + length - 1] < 0) {
            length++;
        }
        return length;
    }

    @Override
    public boolean singleLineRecords() {
        return false;
    }

    @Override
    public boolean selfContainedRecords() {
        return true;
    }

    @Override
    public boolean supports(RecordKind<?> kind) {
        return messages.containsKey(kind.name());
    }

    @Override
    public <R> RecordEncoder<R> encoder(RecordKind<R> kind, RecordSchema<R> schema) {
        Descriptor message = messages.get(kind.name());
        if (message == null) {
            throw new IllegalArgumentException("There is no message for " + kind.name());
        }
        MessageWriter<R> writer = new MessageWriter<>(schema, message);
        return context -> writer::write;
    }
}
