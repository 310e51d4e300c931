package io.github.clinicaldata.format;

import io.github.clinicaldata.record.RecordKind;
import io.github.clinicaldata.record.RecordSchema;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A format. Implementations announce themselves as beans; nothing lists them. */
public interface RecordFormat {
    /** The name as clients write it, in lower case. */
    String name();

    /** The media type of a stream, without parameters. */
    String mediaType();

    /** Further media types that clients ask for and mean this format. */
    default List<String> otherMediaTypes() {
        return List.of();
    }

    /** What it is, in a sentence. */
    String description();

    /** Whether records are lines of text, so that each can be the data of a server-sent event. */
    boolean textual();

    /** Whether records can stand alone, without what comes before the first and after the last. */
    boolean selfContainedRecords();

    /** Whether no record has a line break but at its end. */
    boolean singleLineRecords();

    /**
     * How many of the first bytes of a record are there only to tell it from others in a stream; a
     * message that holds one record goes without them.
     */
    default int separatorBefore(byte[] bytes, int start) {
        return 0;
    }

    /**
     * How many of the last bytes of a record are there only to tell it from others in a stream: the
     * line break of a text.
     */
    default int separatorAfter(byte[] bytes, int start, int end) {
        if (!textual() || end <= start || bytes[end - 1] != '\n') {
            return 0;
        }
        return end - 1 > start && bytes[end - 2] == '\r' ? 2 : 1;
    }

    /**
     * Whether records can be written without some of their fields. Standards say themselves what a
     * message holds.
     */
    default boolean leavesOutFields() {
        return true;
    }

    /** Whether this format can write the records of a kind. */
    default boolean supports(RecordKind<?> kind) {
        return true;
    }

    /** The parameters by which clients choose how this format writes a kind. */
    default List<FormatOption> options(RecordKind<?> kind) {
        return List.of();
    }

    /**
     * The option whose value makes records something else than lines of text, so that no event
     * carries them, or null where there is none.
     */
    default @Nullable FormatOption unlikeText(FormatOptions options) {
        return null;
    }

    /** Which records of a kind this format writes with some options, or null for all. */
    default <R> @Nullable Predicate<R> selection(RecordKind<R> kind, FormatOptions options) {
        return null;
    }

    /**
     * What filters can select of the records of a kind that this format writes with some options.
     */
    default VariantNeeds needs(RecordKind<?> kind, FormatOptions options) {
        return VariantNeeds.NONE;
    }

    /**
     * The encoder of a kind.
     *
     * @param schema the kind's schema, or one without some of its fields
     */
    <R> RecordEncoder<R> encoder(RecordKind<R> kind, RecordSchema<R> schema);
}
