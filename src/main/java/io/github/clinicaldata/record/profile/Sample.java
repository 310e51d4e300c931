package io.github.clinicaldata.record.profile;

import io.github.clinicaldata.record.Population;

/**
 * The records that a profile has looked at.
 *
 * @param population whose records
 * @param records how many there were
 * @param members of how many members all records were looked at; 0 where records are not members'
 * @param years how many years of their lives the records are of
 */
public record Sample(Population population, long records, double members, double years) {}
