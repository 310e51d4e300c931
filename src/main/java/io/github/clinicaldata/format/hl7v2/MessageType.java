package io.github.clinicaldata.format.hl7v2;

import io.github.clinicaldata.format.EncoderSession;
import io.github.clinicaldata.format.FormatOption;
import io.github.clinicaldata.format.StreamContext;
import io.github.clinicaldata.format.Variant;
import java.util.List;

/**
 * A message that a kind is written as, one of each record.
 *
 * @param <R> the type of record
 */
public interface MessageType<R> extends Variant<R> {
    /** What it is, in a few words. */
    String description();

    /** What clients can choose beside what all messages have. */
    default List<FormatOption> options() {
        return List.of();
    }

    /** Opens a session for one stream. */
    EncoderSession<R> open(StreamContext context);
}
