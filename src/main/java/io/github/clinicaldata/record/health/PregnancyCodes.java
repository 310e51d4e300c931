package io.github.clinicaldata.record.health;

import io.github.clinicaldata.record.code.Diagnoses;
import io.github.clinicaldata.record.code.Diagnosis;
import io.github.clinicaldata.record.pathway.Start;
import io.github.clinicaldata.record.world.MemberBlock;
import java.util.ArrayList;
import java.util.List;

/**
 * The codes of a visit in a pregnancy beside the principal one: what complicates the pregnancy, the
 * outcome of the delivery and the week. Source: ICD-10-CM Official Guidelines, section I.C.15.
 */
final class PregnancyCodes {
    private static final int WEEK = 7;

    /** Days from the last period, from which weeks are counted, to conception. */
    private static final int TO_CONCEPTION = 14;

    private static final int FIRST_WEEKS = 8;
    private static final int LAST_WEEK = 42;
    private static final int SECOND_TRIMESTER = 14 * WEEK;
    private static final int THIRD_TRIMESTER = 28 * WEEK;

    private static final Diagnosis[] WEEKS = weeks();
    private static final Diagnosis SINGLE = Diagnoses.standard().get("Z37.0");
    private static final Diagnosis TWINS = Diagnoses.standard().get("Z37.2");

    /** Codes of chronic conditions that complicate a pregnancy, but for their last character. */
    private enum Complication {
        HYPERTENSION("hypertension", "O10.01", "O10.02"),
        ANEMIA("anemia-iron-deficiency", "O99.01", "O99.02"),
        OBESITY("obesity", "O99.21", "O99.214");

        final String pathway;
        final Diagnosis[] trimesters = new Diagnosis[3];
        final Diagnosis childbirth;

        Complication(String pathway, String during, String childbirth) {
            this.pathway = pathway;
            for (int i = 0; i < trimesters.length; i++) {
                trimesters[i] = Diagnoses.standard().get(during + (i + 1));
            }
            this.childbirth = Diagnoses.standard().get(childbirth);
        }
    }

    private PregnancyCodes() {}

    static List<Diagnosis> of(BlockHealth health, Visit visit, MemberCondition pregnancy) {
        List<Diagnosis> codes = new ArrayList<>();
        if (pregnancy.pathway().start() != Start.CONCEPTION || visit.day() > pregnancy.end()) {
            return codes;
        }
        boolean delivery = visit.rule().stay() != null && visit.lastDay() >= pregnancy.end();
        int days = visit.day() - pregnancy.onset() + TO_CONCEPTION;
        if (!visit.diagnosis().code().toString().startsWith("O")) {
            return codes;
        }
        for (MemberCondition each : health.chronic(visit.member())) {
            for (Complication complication : Complication.values()) {
                if (each.pathway().key().equals(complication.pathway)
                        && each.isActive(visit.day())) {
                    codes.add(
                            delivery
                                    ? complication.childbirth
                                    : complication.trimesters[trimester(days)]);
                }
            }
        }
        if (delivery) {
            codes.add(children(health, visit, pregnancy) > 1 ? TWINS : SINGLE);
        }
        codes.add(WEEKS[Math.min(days / WEEK, WEEKS.length - 1)]);
        return codes;
    }

    private static int trimester(int days) {
        return days < SECOND_TRIMESTER ? 0 : days < THIRD_TRIMESTER ? 1 : 2;
    }

    private static Diagnosis[] weeks() {
        Diagnosis[] weeks = new Diagnosis[LAST_WEEK + 1];
        for (int week = 0; week < weeks.length; week++) {
            int named = week < FIRST_WEEKS ? 1 : week;
            weeks[week] = Diagnoses.standard().get((named < 10 ? "Z3A.0" : "Z3A.") + named);
        }
        return weeks;
    }

    /** The children of the household that were born at the end of a pregnancy. */
    private static int children(BlockHealth health, Visit visit, MemberCondition pregnancy) {
        MemberBlock block = health.block();
        int start = block.householdStart(visit.member());
        int count = 0;
        for (int i = 0; i < block.household(visit.member()).people().length; i++) {
            count += health.days().birth(start + i) == pregnancy.end() ? 1 : 0;
        }
        return count;
    }
}
