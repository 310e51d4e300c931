package io.github.clinicaldata.format;

/**
 * Writes one stream of records: begin once, each record, end once. Holds what belongs to one
 * stream, such as whether a comma is due. Not safe for use by several threads.
 *
 * @param <R> the type of record
 */
public interface EncoderSession<R> {
    /** Writes what comes before the first record, for example a header row. */
    default void begin(ByteSink sink) {}

    /** Writes a record. */
    void write(R record, ByteSink sink);

    /** Writes what comes after the last record. */
    default void end(ByteSink sink) {}
}
