package io.github.clinicaldata.format.hl7v2.validate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A message cut into segments.
 *
 * @param segments in their order
 */
record MessageText(List<SegmentText> segments) {
    private static final SegmentText NONE = new SegmentText("", 0, List.of());

    static MessageText of(String text) {
        List<SegmentText> segments = new ArrayList<>();
        Map<String, Integer> counts = new HashMap<>();
        int from = 0;
        while (from < text.length()) {
            int end = text.indexOf('\r', from);
            String line = text.substring(from, end < 0 ? text.length() : end);
            if (!line.isEmpty()) {
                int occurrence = counts.merge(SegmentText.tag(line), 1, Integer::sum);
                segments.add(SegmentText.of(line, occurrence));
            }
            from = end < 0 ? text.length() : end + 1;
        }
        return new MessageText(segments);
    }

    /** The first segment with a tag, or an empty one. */
    SegmentText first(String tag) {
        for (SegmentText segment : segments) {
            if (segment.tag().equals(tag)) {
                return segment;
            }
        }
        return NONE;
    }

    boolean has(String tag) {
        return first(tag) != NONE;
    }

    /** The segments with a tag. */
    List<SegmentText> all(String tag) {
        return segments.stream().filter(segment -> segment.tag().equals(tag)).toList();
    }

    /** Type and event, such as {@code VXU^V04}. */
    String type() {
        SegmentText header = first("MSH");
        return header.get(9, 1) + "^" + header.get(9, 2);
    }

    /** The segments from each one with a tag up to the next one. */
    List<MessageText> parts(String tag) {
        List<MessageText> parts = new ArrayList<>();
        List<SegmentText> open = null;
        for (SegmentText segment : segments) {
            if (segment.tag().equals(tag)) {
                open = new ArrayList<>();
                parts.add(new MessageText(open));
            }
            if (open != null) {
                open.add(segment);
            }
        }
        return parts;
    }
}
