package io.github.clinicaldata.record.member;

import io.github.clinicaldata.record.coverage.CoverageType;
import io.github.clinicaldata.record.person.Sex;
import java.time.LocalDate;

/**
 * One of a household, before name and identifiers.
 *
 * @param role in the household
 * @param sex administrative sex
 * @param age in years on the epoch
 * @param birthDate date of birth
 * @param coverage where the main coverage comes from
 */
public record Person(Role role, Sex sex, int age, LocalDate birthDate, CoverageType coverage) {
    Person withCoverage(CoverageType changed) {
        return new Person(role, sex, age, birthDate, changed);
    }
}
