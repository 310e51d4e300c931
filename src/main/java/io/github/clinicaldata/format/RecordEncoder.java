package io.github.clinicaldata.format;

/**
 * Turns the records of a kind into the bytes of a format. Immutable and safe for use by several
 * threads; draws nothing and reads no clock.
 *
 * @param <R> the type of record
 */
@FunctionalInterface
public interface RecordEncoder<R> {
    /** Opens a session for one stream. */
    EncoderSession<R> open(StreamContext context);
}
