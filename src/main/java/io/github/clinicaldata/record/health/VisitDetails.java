package io.github.clinicaldata.record.health;

import io.github.clinicaldata.record.code.Diagnoses;
import io.github.clinicaldata.record.code.Diagnosis;
import io.github.clinicaldata.record.code.DischargeStatus;
import io.github.clinicaldata.record.pathway.Pathway;
import io.github.clinicaldata.record.pathway.PathwayCode;
import io.github.clinicaldata.record.pathway.Setting;
import io.github.clinicaldata.record.pathway.Stay;
import io.github.clinicaldata.record.pathway.VisitRule;
import io.github.clinicaldata.record.person.Sex;
import io.github.clinicaldata.record.random.Mixer;
import org.jspecify.annotations.Nullable;

/** Decides on day, hour and diagnosis of a visit. */
final class VisitDetails {
    private static final int WEEK = 7;

    /** 1970-01-01 was a Thursday, the fourth day of the week from Monday on. */
    private static final int THURSDAY = 3;

    private static final int SATURDAY = 5;
    private static final int OPENING = 8 * 60;
    private static final int QUARTERS_OPEN = 34;
    private static final int QUARTERS_LONG = 48;
    private static final int MINUTES_A_DAY = 24 * 60;
    private static final int INJURY_CODE_LENGTH = 8;

    private VisitDetails() {}

    static Visit visit(
            int member,
            Pathway pathway,
            @Nullable MemberCondition condition,
            VisitRule rule,
            int day,
            int last,
            MemberDays days,
            long key) {
        Stay stay = rule.stay();
        int nights = 0;
        DischargeStatus discharge = null;
        if (stay != null) {
            int spare = stay.nights().high() - stay.nights().low() + 1;
            nights = stay.nights().low() + (int) (Uniforms.of(key, 3) * spare);
            discharge = stay.discharges().get(stay.weights().pick(Mixer.mix(key ^ 4)));
        }
        int latest = last - nights;
        return new Visit(
                member,
                pathway,
                condition,
                rule,
                condition == null && rule.diagnosis() == null
                        ? reason(pathway, days.sex(member), days.wholeAge(member, day), key)
                        : diagnosis(pathway, condition, rule),
                onWorkday(rule.setting(), Math.min(day, latest), latest),
                minute(rule.setting(), Uniforms.of(key, 5)),
                nights,
                discharge,
                key);
    }

    /** The day itself or, where nobody works at weekends, the nearest working day. */
    static int onWorkday(Setting setting, int day, int latest) {
        if (setting.aroundTheClock() || setting == Setting.URGENT_CARE) {
            return day;
        }
        int weekday = Math.floorMod(day + THURSDAY, WEEK);
        if (weekday < SATURDAY) {
            return day;
        }
        int monday = day + WEEK - weekday;
        return monday <= latest ? monday : day - (weekday - SATURDAY + 1);
    }

    private static int minute(Setting setting, double uniform) {
        if (setting.aroundTheClock()) {
            return (int) (uniform * MINUTES_A_DAY);
        }
        int quarters = setting == Setting.URGENT_CARE ? QUARTERS_LONG : QUARTERS_OPEN;
        return OPENING + 15 * (int) (uniform * quarters);
    }

    private static Diagnosis diagnosis(
            Pathway pathway, @Nullable MemberCondition condition, VisitRule rule) {
        if (rule.diagnosis() != null) {
            return rule.diagnosis();
        }
        if (condition == null) {
            return pathway.codes().get(0).diagnosis();
        }
        return rule.subsequent() ? subsequent(condition.diagnosis()) : condition.diagnosis();
    }

    /** The code of a check-up. */
    private static Diagnosis reason(Pathway pathway, Sex sex, int age, long key) {
        double sum = 0;
        for (PathwayCode code : pathway.codes()) {
            sum += fits(code, sex, age) ? code.weight() : 0;
        }
        double rest = sum * Uniforms.of(key, 6);
        for (PathwayCode code : pathway.codes()) {
            rest -= fits(code, sex, age) ? code.weight() : 0;
            if (rest < 0) {
                return code.diagnosis();
            }
        }
        return pathway.codes().get(0).diagnosis();
    }

    private static boolean fits(PathwayCode code, Sex sex, int age) {
        return code.limits().fit(sex, age) && code.diagnosis().fits(sex, age);
    }

    /** The code of an injury at a later visit: its seventh character is D instead of A. */
    static Diagnosis subsequent(Diagnosis diagnosis) {
        String code = diagnosis.code().toString();
        if (code.length() != INJURY_CODE_LENGTH || !code.endsWith("A")) {
            return diagnosis;
        }
        String later = code.substring(0, INJURY_CODE_LENGTH - 1) + "D";
        return Diagnoses.standard().find(later).orElse(diagnosis);
    }
}
