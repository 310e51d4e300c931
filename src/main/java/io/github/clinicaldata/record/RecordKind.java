package io.github.clinicaldata.record;

import io.github.clinicaldata.record.profile.Measure;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A kind of record. Implementations announce themselves as beans; nothing lists them.
 *
 * @param <R> the type of record
 */
public interface RecordKind<R> {
    /** The name in URLs: plural, lower case, hyphens. */
    String name();

    /** The name of one record, in lower case with underscores. */
    String singular();

    /** The code in ids, 1 to {@link RecordId#MAX_KIND}; never used for another kind again. */
    int code();

    /** What a record holds, in a sentence. */
    String description();

    /** The fields of a record. */
    RecordSchema<R> schema();

    /** Makes the records. */
    RecordGenerator<R> generator();

    /** The indexes of its records. */
    default IndexSpace indexes() {
        return IndexSpace.ALL;
    }

    /** The filters that select among them. */
    default List<RecordFilter<R>> filters() {
        return List.of();
    }

    /** The knobs that change them. */
    default List<Knob<?>> knobs() {
        return List.of();
    }

    /** The ways from a record to others. */
    default List<RecordRelation> relations() {
        return List.of();
    }

    /** What a profile tells of them beside how the values of their fields lie. */
    default List<Measure<R>> measures() {
        return List.of();
    }

    /**
     * Says why filter values, each fine by itself, can never hold together: of itself, where a
     * first day is after a last one.
     *
     * @param values the values by filter name
     * @return the reason, starting with the name of a filter and a space; or nothing
     */
    default Optional<String> contradiction(Map<String, String> values) {
        return DateRanges.crossing(values);
    }
}
