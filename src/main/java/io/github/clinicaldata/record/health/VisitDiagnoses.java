package io.github.clinicaldata.record.health;

import io.github.clinicaldata.record.code.Diagnosis;
import io.github.clinicaldata.record.code.DiagnosisExclusions;
import io.github.clinicaldata.record.pathway.Course;
import io.github.clinicaldata.record.pathway.Pathway;
import io.github.clinicaldata.record.pathway.Setting;
import io.github.clinicaldata.record.person.Sex;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides which diagnoses a visit has beside its principal one, in the order in which a claim lists
 * them: those that go with it, the condition's own code where the principal diagnosis is another,
 * up to three chronic conditions that matter at the visit, and the cause of an injury. Encounters
 * and claims share it.
 */
public final class VisitDiagnoses {
    /** The most diagnoses of a visit. */
    public static final int MOST = 6;

    private static final int MOST_CHRONIC = 3;
    private static final long ALSO = 0x616C736FL;
    private static final long LISTED = 0x6C6973746564L;

    /** The parts of medicine whose chronic conditions seldom matter elsewhere. */
    private static final List<String> LOCAL = List.of("skin", "eye", "ear", "musculoskeletal");

    private static final double LOCAL_SHARE = 0.25;

    private final DiagnosisExclusions exclusions = DiagnosisExclusions.standard();
    private final BlockHealth health;
    private final Visit visit;
    private final List<VisitDiagnosis> listed = new ArrayList<>(MOST);

    private VisitDiagnoses(BlockHealth health, Visit visit) {
        this.health = health;
        this.visit = visit;
    }

    /**
     * The diagnoses of a visit, the principal one first.
     *
     * @param health of the block of the visit's member
     */
    public static List<VisitDiagnosis> of(BlockHealth health, Visit visit) {
        return new VisitDiagnoses(health, visit).list();
    }

    private List<VisitDiagnosis> list() {
        MemberCondition condition = visit.condition();
        boolean own = condition != null && condition.diagnosis() == visit.diagnosis();
        add(visit.diagnosis(), own ? condition : null);
        if (condition != null && condition.pathway().course() == Course.PREGNANCY) {
            for (Diagnosis each : PregnancyCodes.of(health, visit, condition)) {
                addIfPossible(each, null);
            }
            return listed;
        }
        for (int i = 0; i < visit.rule().also().size(); i++) {
            List<Diagnosis> codes = visit.rule().also().get(i);
            double uniform = Uniforms.of(visit.key(), ALSO + i);
            addIfPossible(codes.get((int) (uniform * codes.size())), null);
        }
        if (condition != null && !own && !visit.rule().subsequent() && isTold(condition)) {
            addIfPossible(condition.diagnosis(), condition);
        }
        addChronic();
        if (condition != null && condition.external() != null) {
            addCause(condition.external());
        }
        return listed;
    }

    /** Whether a condition is coded beside what has come of it: no symptom that it explains. */
    private boolean isTold(MemberCondition condition) {
        String code = condition.diagnosis().code().toString();
        boolean explained = code.startsWith("R") && !code.startsWith("R45");
        return !explained && condition.isActive(visit.day());
    }

    private void addChronic() {
        double share = share();
        if (share == 0) {
            return;
        }
        List<MemberCondition> conditions = health.chronic(visit.member());
        int most = listed.size() + MOST_CHRONIC;
        // what belongs to the same part of medicine is told first
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < conditions.size() && listed.size() < most; i++) {
                MemberCondition each = conditions.get(i);
                boolean related = isRelated(each.pathway());
                if (related == (round == 0)
                        && each.isActive(visit.day())
                        && Uniforms.of(visit.key() ^ each.key(), LISTED) < share(each, share)) {
                    addIfPossible(each.diagnosis(), each);
                }
            }
        }
    }

    private boolean isRelated(Pathway pathway) {
        return pathway.category().equals(visit.pathway().category());
    }

    /** The share of a member's chronic conditions that are told at a visit. */
    private double share() {
        Setting setting = visit.rule().setting();
        boolean planned = visit.condition() == null || isChronic(visit.pathway());
        return switch (setting) {
            case LABORATORY, IMAGING_CENTER -> 0;
            case INPATIENT, SKILLED_NURSING -> 0.95;
            case NURSING_FACILITY, HOME, DIALYSIS_CENTER -> 0.6;
            case EMERGENCY, OUTPATIENT_HOSPITAL, AMBULATORY_SURGERY -> 0.4;
            case URGENT_CARE, TELEHEALTH -> 0.15;
            case OFFICE -> visit.rule().provider() != null ? 0.15 : planned ? 0.5 : 0.2;
        };
    }

    private double share(MemberCondition condition, double share) {
        if (condition.pathway().key().equals("contraception")) {
            return 0;
        }
        if (isRelated(condition.pathway())) {
            return Math.max(share, 0.4);
        }
        String category = condition.pathway().category().toString();
        return LOCAL.contains(category) ? share * LOCAL_SHARE : share;
    }

    private static boolean isChronic(Pathway pathway) {
        return pathway.course() == Course.CHRONIC;
    }

    /** The cause of an injury, with the same kind of visit as the injury's code. */
    private void addCause(Diagnosis cause) {
        if (!visit.rule().subsequent()) {
            addIfPossible(cause, null);
            return;
        }
        Diagnosis later = VisitDetails.subsequent(cause);
        if (later != cause) {
            addIfPossible(later, null);
        }
    }

    private void addIfPossible(Diagnosis diagnosis, @Nullable MemberCondition condition) {
        Sex sex = health.days().sex(visit.member());
        if (!diagnosis.fits(sex, health.age(visit.member(), visit.day()))) {
            return;
        }
        for (int i = 0; i < listed.size(); i++) {
            if (exclusions.exclude(diagnosis, listed.get(i).diagnosis())) {
                return;
            }
        }
        add(diagnosis, condition);
    }

    private void add(Diagnosis diagnosis, @Nullable MemberCondition condition) {
        // hospitals alone state it
        boolean stated = visit.rule().setting() == Setting.INPATIENT;
        listed.add(
                new VisitDiagnosis(
                        listed.size() + 1,
                        diagnosis,
                        condition,
                        stated ? PresentOnAdmission.of(diagnosis) : null));
    }
}
