package io.github.clinicaldata.format.x12;

import io.github.clinicaldata.format.EncoderSession;
import io.github.clinicaldata.format.StreamContext;
import io.github.clinicaldata.format.Variant;

/**
 * A transaction set of a kind, by one of the guides.
 *
 * @param <R> the type of record
 */
public interface TransactionSet<R> extends Variant<R> {
    /** The guide by which it is written, as GS08 says it. */
    String guide();

    /** What it is, in a few words. */
    String description();

    /** Opens a session for one stream. */
    EncoderSession<R> open(StreamContext context);
}
