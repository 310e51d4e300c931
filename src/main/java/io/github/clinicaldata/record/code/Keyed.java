package io.github.clinicaldata.record.code;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The entries of a table by their key, in the order of the keys. Immutable.
 *
 * @param <T> the type of entry
 */
public final class Keyed<T> {
    private final String table;
    private final SortedMap<String, T> byKey = new TreeMap<>();

    private Keyed(String table) {
        this.table = table;
    }

    /**
     * Orders entries.
     *
     * @throws IllegalStateException when two have the same key
     */
    public static <T> Keyed<T> of(String table, List<T> entries, Function<T, String> key) {
        Keyed<T> keyed = new Keyed<>(table);
        for (T entry : entries) {
            if (keyed.byKey.put(key.apply(entry), entry) != null) {
                throw new IllegalStateException(table + " has twice " + key.apply(entry));
            }
        }
        return keyed;
    }

    /**
     * The entry of a key.
     *
     * @throws IllegalStateException when there is none
     */
    public T get(String key) {
        return find(key).orElseThrow(() -> new IllegalStateException(table + " lacks " + key));
    }

    /** The entry of a key, if there is one. */
    public Optional<T> find(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /** All entries in the order of their keys. */
    public List<T> all() {
        return Collections.unmodifiableList(new ArrayList<>(byKey.values()));
    }
}
