package io.github.clinicaldata.record.pathway;

/**
 * How much likelier something is in people with another condition.
 *
 * @param condition the other one
 * @param times the factor; 0 where one excludes the other
 */
public record Risk(Pathway condition, double times) {}
