package io.github.clinicaldata.format;

import java.util.List;

/**
 * A parameter by which a client chooses how a format writes a kind.
 *
 * @param name the parameter
 * @param description what it does, in sentences
 * @param defaultValue what holds when it is not given
 * @param words the words that it takes; empty where it takes a number
 * @param low the smallest number
 * @param high the largest number
 */
public record FormatOption(
        String name,
        String description,
        String defaultValue,
        List<String> words,
        long low,
        long high) {
    /** An option that takes one of some words, the first one by default. */
    public static FormatOption word(String name, String description, List<String> words) {
        return new FormatOption(name, description, words.get(0), List.copyOf(words), 0, 0);
    }

    /** An option that takes a whole number. */
    public static FormatOption number(
            String name, String description, long defaultValue, long low, long high) {
        return new FormatOption(
                name, description, Long.toString(defaultValue), List.of(), low, high);
    }

    /** Whether it takes a number. */
    public boolean isNumber() {
        return words.isEmpty();
    }
}
