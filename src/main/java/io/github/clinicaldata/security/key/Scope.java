package io.github.clinicaldata.security.key;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a key is good for. No scope implies another. */
public enum Scope {
    /** Records: streams, pages, look-ups and profiles. */
    STREAM,
    /** Jobs and the files that they make. */
    JOBS,
    /** Feeds to other systems. */
    FEEDS,
    /** Making and revoking keys. */
    ADMIN;

    private static final List<Scope> ALL = List.of(values());

    /** How it is written outside: in lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The scope that is written so. */
    public static Optional<Scope> of(String label) {
        return ALL.stream().filter(scope -> scope.label().equals(label)).findFirst();
    }

    /** How all of them are written. */
    public static List<String> labels() {
        return Arrays.stream(values()).map(Scope::label).toList();
    }
}
