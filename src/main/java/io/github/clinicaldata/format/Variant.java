package io.github.clinicaldata.format;

import java.util.List;
import java.util.Map;

/**
 * One of the ways in which a format can write a kind: a transaction set, a message, a type of
 * resource. Implementations announce themselves as beans; nothing lists them.
 *
 * @param <R> the type of record
 */
public interface Variant<R> {
    /** The name as clients write it. */
    String name();

    /** The name of the kind whose records it writes. */
    String kind();

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

    /**
     * What filters of the kind can select of the records that are written so: by the name of each
     * such filter, all values that leave any. A filter with another value would search for ever.
     */
    default Map<String, List<String>> needs() {
        return Map.of();
    }
}
