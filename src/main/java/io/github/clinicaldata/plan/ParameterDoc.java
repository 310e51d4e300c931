package io.github.clinicaldata.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Describes a parameter for people and for the documents that machines read.
 *
 * @param name the parameter
 * @param description what it does, in sentences
 * @param type what its values are
 * @param defaultValue what holds when it is not given, or null when nothing does
 * @param bounds the bounds of a number, or null
 * @param words the words that are allowed; beside a number, those allowed in its place
 * @param example a value that is allowed by itself
 */
public record ParameterDoc(
        String name,
        String description,
        Type type,
        @Nullable String defaultValue,
        @Nullable Bounds bounds,
        List<String> words,
        String example) {

    /** What the values of a parameter are. */
    public enum Type {
        /** A whole number. */
        WHOLE_NUMBER,
        /** A calendar date of ISO 8601. */
        DATE,
        /** {@code true} or {@code false}. */
        FLAG,
        /** One word of a list. */
        WORD,
        /** Text whose form the description gives. */
        TEXT
    }

    /**
     * The bounds of a number.
     *
     * @param low the smallest value
     * @param high the largest value
     */
    public record Bounds(long low, long high) {}

    static ParameterDoc number(
            String name,
            String description,
            @Nullable Long defaultValue,
            Bounds bounds,
            String example) {
        String shown = defaultValue == null ? null : defaultValue.toString();
        return new ParameterDoc(
                name, description, Type.WHOLE_NUMBER, shown, bounds, List.of(), example);
    }

    static ParameterDoc date(
            String name, String description, @Nullable String defaultValue, String example) {
        return new ParameterDoc(
                name, description, Type.DATE, defaultValue, null, List.of(), example);
    }

    static ParameterDoc flag(String name, String description, boolean defaultValue) {
        return new ParameterDoc(
                name,
                description,
                Type.FLAG,
                String.valueOf(defaultValue),
                null,
                List.of(),
                String.valueOf(!defaultValue));
    }

    static ParameterDoc word(
            String name, String description, @Nullable String defaultValue, List<String> words) {
        return new ParameterDoc(
                name, description, Type.WORD, defaultValue, null, List.copyOf(words), words.get(0));
    }

    static ParameterDoc text(
            String name, String description, @Nullable String defaultValue, String example) {
        return new ParameterDoc(
                name, description, Type.TEXT, defaultValue, null, List.of(), example);
    }

    /** The same number, with words that are allowed in its place. */
    ParameterDoc or(String... alternatives) {
        return new ParameterDoc(
                name, description, type, defaultValue, bounds, List.of(alternatives), example);
    }
}
