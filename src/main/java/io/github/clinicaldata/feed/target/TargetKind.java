package io.github.clinicaldata.feed.target;

import io.github.clinicaldata.format.RecordFormat;
import io.github.clinicaldata.plan.PlanRejected;
import java.util.List;

/**
 * A way out of the server. Implementations announce themselves as beans; nothing lists them. All of
 * their methods may block.
 */
public interface TargetKind {
    /** The name as clients write it in {@code target.type}. */
    String name();

    /** What it is, in a sentence. */
    String description();

    /** What clients say of such a target. */
    List<TargetField> fields();

    /** Whether it takes a format. */
    boolean carries(RecordFormat format);

    /** The format of feeds that name none. */
    default String defaultFormat() {
        return "ndjson";
    }

    /** Whether it takes batches as documents, rather than each record as a message. */
    boolean takesDocuments();

    /** How many records a batch has where a client does not say. */
    int defaultBatch();

    /**
     * Checks settings whose fields are known and of the right types, and that such a target is
     * allowed now.
     *
     * @throws PlanRejected.InvalidValue naming the field as {@code target.url}
     */
    void check(TargetSettings settings);

    /** What may be shown of a value. */
    default String shown(TargetField field, String value) {
        return field.secret() ? TargetSettings.TAKEN_OUT : value;
    }

    /** Opens a target; connects when something is sent. */
    FeedTarget open(Opening opening);

    /**
     * What a target is opened for.
     *
     * @param feed the id of the feed
     * @param settings with their secrets
     * @param format of the records
     */
    record Opening(String feed, TargetSettings settings, RecordFormat format) {}
}
