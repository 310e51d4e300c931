package io.github.clinicaldata.record;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The knobs of a population that differ from their defaults, in the order of their names.
 *
 * @param given the values as a client writes them, checked before they come here
 */
public record Knobs(SortedMap<String, String> given) {
    /** No knob is turned. */
    public static final Knobs DEFAULTS = new Knobs(new TreeMap<>());

    /** Copies the map, so that knobs never change. */
    public Knobs {
        given = Collections.unmodifiableSortedMap(new TreeMap<>(given));
    }

    /**
     * The value of a knob.
     *
     * @throws IllegalArgumentException when a value came here unchecked
     */
    public <T> T get(Knob<T> knob) {
        String value = given.get(knob.name());
        if (value == null) {
            return knob.defaultValue();
        }
        return knob.parser()
                .apply(value)
                .orElseThrow(() -> new IllegalArgumentException(knob.name() + "=" + value));
    }

    /** The knobs as {@code name=value} pairs after a semicolon each; empty when none is turned. */
    @Override
    public String toString() {
        return given.entrySet().stream()
                .map(entry -> ";" + entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining());
    }
}
