package io.github.clinicaldata.record.health;

import io.github.clinicaldata.record.code.Diagnoses;
import io.github.clinicaldata.record.code.Diagnosis;
import io.github.clinicaldata.record.code.DischargeStatus;
import io.github.clinicaldata.record.code.Side;
import io.github.clinicaldata.record.pathway.Pathway;
import io.github.clinicaldata.record.pathway.Start;
import io.github.clinicaldata.record.pathway.Stay;
import io.github.clinicaldata.record.pathway.VisitRule;
import io.github.clinicaldata.record.random.Mixer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides on day, hour and diagnosis of a visit. */
final class VisitDetails {
    private static final int INJURY_CODE_LENGTH = 8;
    private static final String CESAREAN = "pregnancy-cesarean-delivery";

    private final BlockHealth health;
    private final MemberDays days;

    VisitDetails(BlockHealth health) {
        this.health = health;
        days = health.days();
    }

    /**
     * A visit.
     *
     * @param day on which it was to be
     * @param earliest the first day on which it can be
     * @param last the last day of the year; a stay ends no later than the day after
     */
    Visit visit(
            int member,
            Pathway pathway,
            @Nullable MemberCondition condition,
            VisitRule rule,
            int day,
            int earliest,
            int last,
            long key) {
        Stay stay = rule.stay();
        int nights = 0;
        int nursing = 0;
        int from = day;
        DischargeStatus discharge = null;
        if (stay != null) {
            int spare = stay.nights().high() - stay.nights().low() + 1;
            nights = stay.nights().low() + (int) (Uniforms.of(key, 3) * spare);
            discharge = stay.discharges().get(stay.weights().pick(Mixer.mix(key ^ 4)));
            int age = days.wholeAge(member, day);
            nursing = NursingStays.nights(pathway, days.sex(member), age, nights, discharge, key);
            int until = nursing > 0 ? last - 1 : last + 1;
            from = Math.min(day, Math.max(earliest, until - nights));
            nights = Math.min(nights, last + 1 - from);
            nursing = NursingStays.inYear(nursing, from + nights, last);
        }
        int on = VisitTimes.onWorkday(rule.setting(), from, earliest, last);
        return new Visit(
                member,
                pathway,
                condition,
                rule,
                diagnosis(member, pathway, condition, rule, day, key),
                on == VisitTimes.NONE ? from : on,
                VisitTimes.firstMinute(rule.setting(), Uniforms.of(key, 5)),
                nights,
                discharge,
                nursing,
                key);
    }

    private Diagnosis diagnosis(
            int member,
            Pathway pathway,
            @Nullable MemberCondition condition,
            VisitRule rule,
            int day,
            long key) {
        List<Diagnosis> codes = rule.diagnoses();
        if (!codes.isEmpty()) {
            Diagnosis alike = condition == null ? null : alike(condition.diagnosis(), codes);
            return alike == null ? codes.get((int) (Uniforms.of(key, 6) * codes.size())) : alike;
        }
        if (condition != null) {
            return rule.subsequent() ? subsequent(condition.diagnosis()) : condition.diagnosis();
        }
        MemberCondition delivery = pathway.start() == Start.BIRTH ? health.delivery(member) : null;
        if (delivery != null) {
            boolean cesarean = delivery.pathway().key().equals(CESAREAN);
            boolean twin = health.bornWith(member) > 1;
            String code = (twin ? "Z38.3" : "Z38.0") + (cesarean ? "1" : "0");
            return Diagnoses.standard().get(code);
        }
        return CodeChoice.pick(
                pathway.codes(),
                Uniforms.of(key, 6),
                days.sex(member),
                Math.max(0, days.wholeAge(member, day)));
    }

    /** The code itself where it is one of some, or the one for the same side of the body. */
    private static @Nullable Diagnosis alike(Diagnosis diagnosis, List<Diagnosis> codes) {
        if (codes.size() == 1 || codes.contains(diagnosis)) {
            return codes.size() == 1 ? codes.get(0) : diagnosis;
        }
        Side side = Side.of(diagnosis);
        for (Diagnosis code : codes) {
            if (side != null && Side.of(code) == side) {
                return code;
            }
        }
        return null;
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
