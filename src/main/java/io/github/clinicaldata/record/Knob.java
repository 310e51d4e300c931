package io.github.clinicaldata.record;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A setting that changes what is generated and so belongs to the population's name.
 *
 * @param name the query parameter, in lower case with underscores
 * @param description what it does, in a sentence
 * @param defaultValue what holds when it is not given
 * @param allowed the values it takes, as a client writes them; none where they can't be listed
 * @param form what values it takes in words; empty where they are listed
 * @param example a value that it takes
 * @param parser reads a value, or answers nothing when it is not allowed
 * @param <T> the type of its value
 */
public record Knob<T>(
        String name,
        String description,
        T defaultValue,
        List<String> allowed,
        String form,
        String example,
        Function<String, Optional<T>> parser) {

    /** A knob over the constants of an enum. */
    public static <E extends Enum<E> & Coded> Knob<E> choice(
            String name, String description, E defaultValue) {
        List<E> values = Arrays.asList(defaultValue.getDeclaringClass().getEnumConstants());
        return new Knob<>(
                name,
                description,
                defaultValue,
                values.stream().map(value -> value.code().toString()).toList(),
                "",
                values.get(values.size() - 1).code().toString(),
                given ->
                        values.stream()
                                .filter(value -> value.code().toString().equals(given))
                                .findFirst());
    }

    /**
     * A knob whose values can't be listed.
     *
     * @param form what values it takes, in words
     * @param example a value that it takes
     */
    public static <T> Knob<T> open(
            String name,
            String description,
            T defaultValue,
            String form,
            String example,
            Function<String, Optional<T>> parser) {
        return new Knob<>(name, description, defaultValue, List.of(), form, example, parser);
    }
}
