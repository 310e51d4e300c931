package io.github.clinicaldata.format.fhir;

import io.github.clinicaldata.format.Literal;
import io.github.clinicaldata.record.DigitPattern;
import io.github.clinicaldata.record.RecordId;
import io.github.clinicaldata.record.Text;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Takes a resource, element by element in the order in which FHIR defines them: extensions first,
 * but after the name of an extension. Mappings know nothing else, so that one mapping gives bytes
 * as well as HAPI's structures.
 *
 * <p>What is begun must be ended, and no object or list may be left empty. Values must not be empty
 * either. Not safe for use by several threads.
 */
public interface ResourceWriter {
    /** Begins a resource whose id is a record's. */
    default void begin(ResourceType type, RecordId id) {
        begin(type, id, Literal.EMPTY);
    }

    /**
     * Begins a resource whose id is a record's and a suffix; see {@link LogicalId}.
     *
     * @param suffix empty, or a hyphen and letters
     */
    void begin(ResourceType type, RecordId id, Literal suffix);

    /** Begins a resource that stems from no record, by an id of letters, digits and hyphens. */
    void begin(ResourceType type, Text id);

    /** Ends the resource. */
    void end();

    /** Begins a resource within a resource, an item of {@code contained}. */
    void beginContained(ResourceType type, Text id);

    /** Ends a resource within a resource. */
    void endContained();

    /** Writes an item of a list of references to resources within the resource. */
    void contained(Text id);

    /** Begins an element that has elements. */
    void beginObject(Element element);

    /** Begins an item of the list that was begun. */
    void beginObject();

    /** Ends an element that has elements. */
    void endObject();

    /** Begins an element that repeats. */
    void beginArray(Element element);

    /** Ends an element that repeats. */
    void endArray();

    /** Writes a string, code, URI or other value that is text. */
    void text(Element element, Text value);

    /** Writes an item of a list of texts. */
    void text(Text value);

    /** Writes a number that is an identifier by its pattern. */
    void digits(Element element, DigitPattern pattern, long number);

    /** Writes the id of a record as a string. */
    void id(Element element, RecordId id);

    /** Writes a date. */
    void date(Element element, LocalDate date);

    /** Writes a moment to the second. */
    void dateTime(Element element, OffsetDateTime moment);

    /** Writes the first moment of a day in coordinated universal time. */
    void startOfDay(Element element, LocalDate date);

    /**
     * Writes a decimal.
     *
     * @param number the number without its point
     * @param decimals how many of its digits stand after the point, 0 to 9
     */
    void decimal(Element element, long number, int decimals);

    /** Writes a whole number. */
    void integer(Element element, long number);

    /** Writes an item of a list of whole numbers. */
    void integer(long number);

    /** Writes a boolean. */
    void bool(Element element, boolean value);

    /** Writes a reference to a record's resource, {@code Type/id}. */
    default void reference(Element element, ResourceType type, RecordId id) {
        reference(element, type, id, Literal.EMPTY, null);
    }

    /** Writes a reference to a record's resource, with the name of what it leads to. */
    default void reference(
            Element element, ResourceType type, RecordId id, @Nullable Text display) {
        reference(element, type, id, Literal.EMPTY, display);
    }

    /** Writes a reference to a resource whose id has a suffix. */
    void reference(
            Element element,
            ResourceType type,
            RecordId id,
            Literal suffix,
            @Nullable Text display);

    /** Writes a reference to a resource that stems from no record. */
    void reference(Element element, ResourceType type, Text id, @Nullable Text display);

    /** Writes an item of a list of references. */
    void reference(ResourceType type, RecordId id, @Nullable Text display);

    /** Writes an item of a list of references to resources that stem from no record. */
    void reference(ResourceType type, Text id, @Nullable Text display);

    /** Writes what never changes. */
    void fixed(Fragment fragment);
}
