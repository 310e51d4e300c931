package io.github.clinicaldata.record.code;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A side of the body, as descriptions of diagnoses and sites name it. */
public enum Side {
    /** The left one. */
    LEFT("left"),
    /** The right one. */
    RIGHT("right");

    private final String word;

    Side(String word) {
        this.word = word;
    }

    /**
     * The side that a description names.
     *
     * @param description in lower case
     * @return null where it names none, or both
     */
    public static @Nullable Side named(String description) {
        boolean left = description.contains(LEFT.word);
        boolean right = description.contains(RIGHT.word);
        if (left == right) {
            return null;
        }
        return left ? LEFT : RIGHT;
    }

    /** The side that the description of a diagnosis names, or null. */
    public static @Nullable Side of(Diagnosis diagnosis) {
        return named(diagnosis.description().toString().toLowerCase(Locale.ROOT));
    }

    /** The other one. */
    public Side other() {
        return this == LEFT ? RIGHT : LEFT;
    }

    /** Whether a body site, in lower case, begins with the side. */
    public boolean begins(String site) {
        return site.startsWith(word);
    }
}
