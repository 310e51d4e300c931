package io.github.clinicaldata.format.x12.validate;

import java.util.ArrayList;
import java.util.List;

/** A segment as it was read. Used again for the next one. */
final class Segment {
    private final List<List<String>> elements = new ArrayList<>();
    private String tag = "";
    private String loop = "";
    private long position;

    void start(String newTag, String newLoop, long newPosition) {
        tag = newTag;
        loop = newLoop;
        position = newPosition;
        elements.clear();
    }

    /** Takes a value; the first one of repeated elements stays. */
    void put(int element, int component, String value) {
        while (elements.size() < element) {
            elements.add(new ArrayList<>(1));
        }
        List<String> parts = elements.get(element - 1);
        int index = Math.max(1, component) - 1;
        while (parts.size() <= index) {
            parts.add("");
        }
        if (parts.get(index).isEmpty()) {
            parts.set(index, value);
        }
    }

    String tag() {
        return tag;
    }

    String loop() {
        return loop;
    }

    /** The position in the file, from 1. */
    long position() {
        return position;
    }

    /** How many elements it has. */
    int size() {
        return elements.size();
    }

    /** An element, or its first component; empty where there is none. */
    String text(int element) {
        return text(element, 1);
    }

    /** A component; empty where there is none. */
    String text(int element, int component) {
        if (element > elements.size()) {
            return "";
        }
        List<String> parts = elements.get(element - 1);
        return component > parts.size() ? "" : parts.get(component - 1);
    }

    /** How many components an element has. */
    int components(int element) {
        return element > elements.size() ? 0 : elements.get(element - 1).size();
    }

    boolean is(String otherTag) {
        return tag.equals(otherTag);
    }

    /** An amount in cents, or 0 where it can't be read, which the schema says. */
    long cents(int element) {
        return Amounts.cents(text(element));
    }
}
