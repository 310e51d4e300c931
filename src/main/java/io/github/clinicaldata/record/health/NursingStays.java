package io.github.clinicaldata.record.health;

import io.github.clinicaldata.record.code.Diagnosis;
import io.github.clinicaldata.record.code.DischargeStatus;
import io.github.clinicaldata.record.code.IntRange;
import io.github.clinicaldata.record.pathway.Course;
import io.github.clinicaldata.record.pathway.NursingCare;
import io.github.clinicaldata.record.pathway.Pathway;
import io.github.clinicaldata.record.pathway.Start;
import io.github.clinicaldata.record.pathway.Stay;
import io.github.clinicaldata.record.person.Sex;
import io.github.clinicaldata.record.random.Mixer;
import java.util.Arrays;
import java.util.Objects;

/**
 * The stays in skilled nursing facilities that stays in hospitals lead to: each a pure function of
 * the stay in hospital, of which it begins on the last day.
 */
final class NursingStays {
    private static final long NURSING = 0x6E757273L;
    private static final String TO_NURSING = "skilled-nursing";
    private static final int WAY_MINUTES = 45;
    private static final int QUARTERS_OF_WAY = 8;
    private static final NursingCare CARE = NursingCare.standard();
    private static final Stay STAY = Objects.requireNonNull(CARE.rule().stay());
    private static final DischargeStatus HOME_CARE = DischargeStatus.standard().get("home-health");

    private NursingStays() {}

    /**
     * How many nights somebody is to be in a skilled nursing facility after a stay in a hospital; 0
     * for none.
     *
     * @param nights in hospital
     * @param discharge from there
     * @param key of the stay in hospital
     */
    static int nights(
            Pathway pathway, Sex sex, int age, int nights, DischargeStatus discharge, long key) {
        if (!discharge.key().equals(TO_NURSING)
                || nights < CARE.hospitalNights()
                || pathway.course() == Course.PREGNANCY
                || pathway.start() == Start.BIRTH
                || !CARE.rule().limits().fit(sex, age)
                || Uniforms.of(key(key), 1) >= CARE.share()) {
            return 0;
        }
        return nights(key);
    }

    /**
     * How many of them there is room for before the end of the year: the bill for a stay goes up to
     * the last day of the plan year, and tells of the discharge.
     *
     * @param from the last day in hospital
     * @param last the last day of the year
     */
    static int inYear(int nights, int from, int last) {
        return Math.max(0, Math.min(nights, last - from));
    }

    private static long key(long hospital) {
        return Mixer.combine(hospital, NURSING);
    }

    private static int nights(long hospital) {
        double uniform = Uniforms.of(key(hospital), 2);
        IntRange nights = STAY.nights();
        return nights.low() + (int) (uniform * uniform * (nights.high() - nights.low() + 1));
    }

    /** A stay in hospital from which somebody goes home after all. */
    static Visit home(Visit hospital) {
        return hospital.to(HOME_CARE);
    }

    /** Visits together with the stays that they lead to, these at the end. */
    static Visit[] withThem(Visit[] visits) {
        int count = 0;
        for (Visit visit : visits) {
            count += visit.nursing() > 0 ? 1 : 0;
        }
        if (count == 0) {
            return visits;
        }
        Visit[] all = Arrays.copyOf(visits, visits.length + count);
        int next = visits.length;
        for (Visit visit : visits) {
            if (visit.nursing() > 0) {
                all[next++] = after(visit);
            }
        }
        return all;
    }

    private static Visit after(Visit hospital) {
        long key = key(hospital.key());
        return new Visit(
                hospital.member(),
                hospital.pathway(),
                hospital.condition(),
                CARE.rule(),
                diagnosis(hospital, key),
                hospital.lastDay(),
                hospital.lastMinute()
                        + WAY_MINUTES
                        + VisitTimes.QUARTER * (int) (Uniforms.of(key, 5) * QUARTERS_OF_WAY),
                hospital.nursing(),
                STAY.discharges().get(STAY.weights().pick(Mixer.mix(key))),
                0,
                key);
    }

    private static Diagnosis diagnosis(Visit hospital, long key) {
        NursingCare.Aftercare aftercare = CARE.after(hospital.pathway(), hospital.isSurgical());
        return aftercare == null
                ? VisitDetails.subsequent(hospital.diagnosis())
                : aftercare.codes().get((int) (Uniforms.of(key, 6) * aftercare.codes().size()));
    }
}
