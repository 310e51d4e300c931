package io.github.clinicaldata.plan;

import io.github.clinicaldata.format.RecordEncoder;
import io.github.clinicaldata.format.RecordFormat;
import io.github.clinicaldata.record.RecordKind;
import io.github.clinicaldata.record.RecordSchema;
import jakarta.inject.Singleton;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Keeps the encoder of each kind, format and selection of fields. The JVM compiles an encoder for
 * itself, so one that were made for each request would never be warm. There are only as many as
 * there are combinations of parts that can be left out.
 */
@Singleton
public final class Encoders {
    private record Key(String format, String kind, RecordSchema<?> schema) {}

    private final ConcurrentMap<Key, RecordEncoder<?>> encoders = new ConcurrentHashMap<>();

    /** The encoder of a kind in a format with these fields. */
    @SuppressWarnings("unchecked")
    public <R> RecordEncoder<R> of(
            RecordFormat format, RecordKind<R> kind, RecordSchema<R> schema) {
        return (RecordEncoder<R>)
                encoders.computeIfAbsent(
                        new Key(format.name(), kind.name(), schema),
                        key -> format.encoder(kind, schema));
    }
}
