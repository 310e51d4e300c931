package io.github.clinicaldata.format;

/**
 * Writes one field of a record; made once for a schema, so that the hot path only calls it.
 *
 * @param <R> the type of record
 */
@FunctionalInterface
public interface FieldWriter<R> {
    /** Writes the field, or nothing where it is absent and the format leaves it out. */
    void write(R record, ByteSink sink);
}
