package io.github.clinicaldata.record;

import java.util.function.Predicate;

/**
 * Selects records of a kind by the value of a query parameter; never changes one.
 *
 * @param name the query parameter
 * @param description what it selects, in a sentence
 * @param allowed what values it takes, in words or as a list
 * @param example a value that it takes
 * @param binder reads a value
 * @param <R> the type of record
 */
public record RecordFilter<R>(
        String name, String description, String allowed, String example, Binder<R> binder) {

    /**
     * Reads a filter's value.
     *
     * @param <R> the type of record
     */
    @FunctionalInterface
    public interface Binder<R> {
        /**
         * The condition that a value stands for.
         *
         * @throws NumberFormatException when the value is to be a number and is none
         * @throws NotInPopulation when the value is none of this population's
         * @throws IllegalArgumentException when the value is not allowed
         */
        Predicate<R> bind(String value, Population population);
    }

    /** A value that is allowed, and that no record of the population can have. */
    public static final class NotInPopulation extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        /**
         * A refusal.
         *
         * @param allowed what values the filter takes in this population
         */
        public NotInPopulation(String allowed) {
            super(allowed);
        }
    }
}
