package io.github.clinicaldata.fhirapi;

import java.util.function.Predicate;

/**
 * A condition of a search. Several of them all have to hold.
 *
 * @param parameter the name of the parameter, without a modifier
 * @param condition on what a probe has taken
 */
record Criterion(String parameter, Predicate<ResourceProbe> condition) {}
