package io.github.clinicaldata.format.fhir;

import io.github.clinicaldata.format.Literal;

/** The name of an element, with the bytes that come before its value in JSON. Immutable. */
public final class Element {
    private final String name;
    private final Literal key;
    private final Literal nextKey;
    private final Literal quotedKey;
    private final Literal nextQuotedKey;

    private Element(String name) {
        this.name = name;
        key = Literal.of("\"" + name + "\":");
        nextKey = Literal.of(",\"" + name + "\":");
        quotedKey = Literal.of("\"" + name + "\":\"");
        nextQuotedKey = Literal.of(",\"" + name + "\":\"");
    }

    /** An element as JSON names it: one of a choice of types has its type, {@code valueCode}. */
    public static Element of(String name) {
        return new Element(name);
    }

    /** The name in JSON. */
    public String name() {
        return name;
    }

    /** What comes before a value without quotes. */
    Literal key(boolean first) {
        return first ? key : nextKey;
    }

    /** What comes before a value in quotes, the first quote included. */
    Literal quotedKey(boolean first) {
        return first ? quotedKey : nextQuotedKey;
    }

    @Override
    public String toString() {
        return name;
    }
}
