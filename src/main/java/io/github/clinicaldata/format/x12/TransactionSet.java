package io.github.clinicaldata.format.x12;

import io.github.clinicaldata.format.EncoderSession;
import io.github.clinicaldata.format.StreamContext;

/**
 * A transaction set of a kind, by one of the guides. Implementations announce themselves as beans.
 *
 * @param <R> the type of record
 */
public interface TransactionSet<R> {
    /** The name as clients write it, in lower case. */
    String name();

    /** The name of the kind whose records it writes. */
    String kind();

    /** The guide by which it is written, as GS08 says it. */
    String guide();

    /** What it is, in a few words. */
    String description();

    /** Whether the kind is written so when a client does not choose. */
    default boolean usual() {
        return true;
    }

    /** Whether all records of the kind are written so. */
    default boolean writesAll() {
        return true;
    }

    /** Whether a record is written so; others are passed over. */
    default boolean writes(R record) {
        return true;
    }

    /** Opens a session for one stream. */
    EncoderSession<R> open(StreamContext context);
}
