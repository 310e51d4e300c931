package io.github.clinicaldata.record.place;

import io.github.clinicaldata.record.Text;

/**
 * A state or the District of Columbia.
 *
 * @param ordinal its position in {@code codes/states.csv}
 * @param code the USPS code of two letters
 * @param name the name
 * @param population the resident population of the 2020 Census
 */
public record State(int ordinal, Text code, Text name, double population) {}
