package io.github.clinicaldata.format.hl7v2;

import io.github.clinicaldata.format.EncoderSession;
import io.github.clinicaldata.format.FormatOption;
import io.github.clinicaldata.format.StreamContext;
import java.util.List;

/**
 * A message that a kind is written as, one of each record. Implementations announce themselves as
 * beans.
 *
 * @param <R> the type of record
 */
public interface MessageType<R> {
    /** The name as clients write it, in lower case. */
    String name();

    /** The name of the kind whose records it writes. */
    String kind();

    /** What it is, in a few words. */
    String description();

    /** Whether the kind is written so when a client does not choose. */
    default boolean usual() {
        return true;
    }

    /** What clients can choose beside what all messages have. */
    default List<FormatOption> options() {
        return List.of();
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
