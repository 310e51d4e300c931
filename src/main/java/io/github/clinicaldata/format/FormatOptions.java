package io.github.clinicaldata.format;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The options that a client has given; those that it has not have their defaults. Immutable. */
public final class FormatOptions {
    /** No option was given. */
    public static final FormatOptions NONE = new FormatOptions(Map.of());

    private final SortedMap<String, String> values;

    /** Options by their names. */
    public FormatOptions(Map<String, String> values) {
        this.values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    /** The value of an option. */
    public String text(FormatOption option) {
        return values.getOrDefault(option.name(), option.defaultValue());
    }

    /** The value of an option that takes a number. */
    public long number(FormatOption option) {
        return Long.parseLong(text(option));
    }
}
