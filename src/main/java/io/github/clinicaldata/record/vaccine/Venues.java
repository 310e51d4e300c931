package io.github.clinicaldata.record.vaccine;

import io.github.clinicaldata.record.random.Aspect;
import io.github.clinicaldata.record.random.RandomStream;

/** Chooses the kind of place in which somebody gets a vaccine. */
final class Venues {
    private static final Aspect HOME = Aspect.named("medical-home");

    /** Share of a child's visits that are where most of them are; no source. */
    private static final double AT_HOME = 0.9;

    /**
     * From this age on people may live in a nursing facility, and what share of them; no source.
     */
    private static final int RESIDENT_FROM = 80;

    private static final double RESIDENTS = 0.06;

    private final Settings visits = Settings.ofVisits();
    private final RandomStream personal = new RandomStream();

    /** Where a child has a visit. */
    Setting ofVisit(Patient patient, int day, RandomStream stream) {
        int age = Math.max(1, patient.ageOn(day));
        Setting home = visits.pick(1, personal.reset(patient.key(), HOME));
        Setting other = visits.pick(age, stream);
        return stream.chance(AT_HOME) ? home : inTerm(other, day);
    }

    /** Where somebody gets a dose of a series. */
    Setting of(Series series, Patient patient, int day, RandomStream stream) {
        int age = patient.ageOn(day);
        Setting setting = series.settings().pick(age, stream);
        if (age >= RESIDENT_FROM && personal.reset(patient.key(), HOME).nextDouble() < RESIDENTS) {
            return Setting.NURSING_FACILITY;
        }
        return setting == Setting.NURSING_FACILITY ? Setting.PHARMACY : inTerm(setting, day);
    }

    private static Setting inTerm(Setting setting, int day) {
        return setting == Setting.SCHOOL && OpenDays.isSummer(day) ? Setting.OFFICE : setting;
    }
}
