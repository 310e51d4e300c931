package io.github.clinicaldata.record.eligibility;

import io.github.clinicaldata.record.claim.PlanDesign;
import io.github.clinicaldata.record.coverage.Coverage;
import io.github.clinicaldata.record.coverage.CoverageType;
import java.util.ArrayList;
import java.util.List;

/** Tells what members pay, in the same way as their claims are decided. */
final class Benefits {
    private static final String WHOLE_PLAN = "30";

    private Benefits() {}

    /**
     * The benefits that an answer speaks of.
     *
     * @param primaryCare whether a visit is one to primary care
     */
    static List<Benefit> of(
            List<ServiceType> asked, PlanDesign plan, Coverage coverage, boolean primaryCare) {
        List<ServiceType> types =
                asked.get(0).code().toString().equals(WHOLE_PLAN)
                        ? ServiceType.allGeneral()
                        : asked;
        List<Benefit> benefits = new ArrayList<>(types.size());
        for (ServiceType type : types) {
            benefits.add(benefit(type, plan, coverage, primaryCare));
        }
        return List.copyOf(benefits);
    }

    private static Benefit benefit(
            ServiceType type, PlanDesign plan, Coverage coverage, boolean primaryCare) {
        long visit = primaryCare ? plan.primaryCare() : plan.specialist();
        boolean first = plan.deductibleBeforeVisits();
        return switch (type.code().toString()) {
            // medical plans don't cover teeth and glasses
            case "35", "AL" -> Benefit.none(type);
            case "68", "80", "81" -> Benefit.free(type);
            case "5" ->
                    coverage.type() == CoverageType.MEDICARE
                            ? Benefit.free(type)
                            : Benefit.withCoinsurance(type, plan);
            case "98" -> Benefit.withCopay(type, visit, first, plan);
            case "33", "MH" -> Benefit.withCopay(type, plan.specialist(), first, plan);
            case "UC" -> Benefit.withCopay(type, plan.urgentCare(), first, plan);
            case "86" -> Benefit.withCopay(type, plan.emergency(), first, plan);
            case "48" -> Benefit.withCopay(type, plan.inpatient(), first, plan);
            case "88" ->
                    Benefit.withCopay(type, plan.generic(), plan.deductibleBeforeDrugs(), plan);
            default -> Benefit.withCoinsurance(type, plan);
        };
    }
}
