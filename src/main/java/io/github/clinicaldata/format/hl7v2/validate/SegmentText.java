package io.github.clinicaldata.format.hl7v2.validate;

import java.util.ArrayList;
import java.util.List;

/**
 * A segment cut into fields, without regard to what it should have.
 *
 * @param tag its first characters
 * @param occurrence which of the segments with this tag, from 1
 * @param fields from the tag on, so that field 1 is at position 1; those of MSH as they are counted
 */
record SegmentText(String tag, int occurrence, List<String> fields) {
    private static final String HEADER = "MSH";

    static SegmentText of(String line, int occurrence) {
        List<String> fields = new ArrayList<>(split(line, '|'));
        String tag = fields.get(0);
        if (tag.equals(HEADER)) {
            fields.add(1, "|");
        }
        return new SegmentText(tag, occurrence, fields);
    }

    static String tag(String line) {
        int end = line.indexOf('|');
        return end < 0 ? line : line.substring(0, end);
    }

    private static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, from)) {
            parts.add(text.substring(from, at));
            from = at + 1;
        }
        parts.add(text.substring(from));
        return parts;
    }

    /** A whole field; empty where there is none. */
    String field(int number) {
        return number < fields.size() ? fields.get(number) : "";
    }

    /** The repetitions of a field; none where it is empty. */
    List<String> repetitions(int number) {
        String field = field(number);
        return field.isEmpty() ? List.of() : split(field, '~');
    }

    /** A component of the first repetition of a field. */
    String get(int number, int component) {
        String field = field(number);
        int end = field.indexOf('~');
        return component(end < 0 ? field : field.substring(0, end), component);
    }

    /** The first component of the first repetition of a field. */
    String get(int number) {
        return get(number, 1);
    }

    /** A component of a repetition; its first subcomponent where it has several. */
    static String component(String repetition, int number) {
        List<String> components = split(repetition, '^');
        String found = number <= components.size() ? components.get(number - 1) : "";
        int end = found.indexOf('&');
        return end < 0 ? found : found.substring(0, end);
    }

    boolean has(int number) {
        return !get(number).isEmpty();
    }
}
