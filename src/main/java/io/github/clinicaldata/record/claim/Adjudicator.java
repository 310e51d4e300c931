package io.github.clinicaldata.record.claim;

import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.code.Service;
import io.github.clinicaldata.record.coverage.CoverageType;
import io.github.clinicaldata.record.health.Visit;
import io.github.clinicaldata.record.health.VisitDiagnosis;
import io.github.clinicaldata.record.pathway.Setting;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Decides on the claims of a block in a plan year, in the order of their decisions: deductible,
 * copays and coinsurance, until the member has paid the plan's maximum. Amounts in cents.
 *
 * <p>Of each line {@code charge = allowed + contractual} and {@code allowed = paid + member}.
 */
final class Adjudicator {
    private static final String SCREENING = "Z12.";
    private static final Text CONTRACEPTIVE = Text.of("contraceptive");
    private static final Text PREVENTIVE = Text.of("preventive");
    private static final Text LABORATORY = Text.of("laboratory");
    private final PlanDesign[] designs;
    private final Accumulators medical;
    private final DrugCosts drugs;
    private final NursingBenefit nursing;

    /**
     * A plan year.
     *
     * @param designs of the members' coverages
     * @param policies for each member, the position of who holds the policy
     * @param calendarYear in which it begins
     */
    Adjudicator(PlanDesign[] designs, int[] policies, int calendarYear) {
        this.designs = Arrays.copyOf(designs, designs.length);
        medical = new Accumulators(policies);
        drugs = new DrugCosts(calendarYear);
        nursing = new NursingBenefit(calendarYear);
    }

    /** Decides on a claim; must be called in the order of decisions. */
    void decide(ClaimDraft claim) {
        if (claim.frequency == ClaimFrequency.VOID) {
            takeBack(claim);
        } else if (claim.whollyDenied && claim.denial != null) {
            claim.lines.forEach(line -> deny(line, claim.denial));
        } else if (claim.prior != null) {
            payRest(claim);
            return;
        } else {
            pay(claim);
        }
        Accumulators met = accumulators(claim);
        claim.deductibleMet = met.deductible(claim.member);
        claim.outOfPocketMet = met.outOfPocket(claim.member);
        claim.familyDeductibleMet = met.familyDeductible(claim.member);
        claim.familyOutOfPocketMet = met.familyOutOfPocket(claim.member);
    }

    private Accumulators accumulators(ClaimDraft claim) {
        return DrugCosts.isSeparate(claim) ? drugs.accumulators() : medical;
    }

    private void takeBack(ClaimDraft claim) {
        ClaimDraft original = Objects.requireNonNull(claim.original);
        claim.lines.clear();
        for (ClaimLine line : original.lines) {
            ClaimLine negative = line.negative();
            claim.lines.add(negative);
            accumulators(claim).add(claim.member, negative);
        }
    }

    /** A denied line costs the provider, or the member, all of its charge. */
    private static void deny(ClaimLine line, DenialReason reason) {
        line.denial = reason;
        boolean members = reason.group().toString().equals("PR");
        line.allowed = members ? line.charge : 0;
        line.notCovered = line.allowed;
        line.paid = 0;
    }

    private void pay(ClaimDraft claim) {
        PlanDesign design = designs[claim.member];
        long visitCopay = visitCopay(claim, design);
        long left = nursing.share(claim, design);
        for (ClaimLine line : claim.lines) {
            if (claim.denial != null && line == claim.lines.get(claim.lines.size() - 1)) {
                deny(line, claim.denial);
                continue;
            }
            if (DrugCosts.isSeparate(claim)) {
                drugs.pay(claim, line, design);
                continue;
            }
            if (isFree(line, claim)) {
                line.paid = line.allowed;
            } else if (left != PlanDesign.NONE) {
                line.coinsurance = Math.min(left, line.allowed);
                left -= line.coinsurance;
            } else if (claim.type == ClaimType.PHARMACY) {
                payDrug(claim.member, line, design);
            } else if (visitCopay != PlanDesign.NONE) {
                if (design.deductibleBeforeVisits()) {
                    medical.meetDeductible(claim.member, line, design.deductible());
                }
                long copay = Math.min(visitCopay, line.allowed - line.deductible);
                line.copay = copay;
                // one copay covers the visit; what else was done goes on with the next line
                visitCopay = coversAll(claim) ? visitCopay - copay : PlanDesign.NONE;
            } else {
                medical.meetDeductible(claim.member, line, design.deductible());
                line.coinsurance =
                        Cents.share(line.allowed - line.deductible, design.coinsurance());
            }
            finish(claim.member, line, design);
        }
    }

    /**
     * Preventive services and what screens for cancer, in Medicare laboratory tests (42 CFR
     * 410.152), and elsewhere contraceptives (42 USC 300gg-13, 42 CFR 447.56) cost nothing.
     */
    static boolean isFree(ClaimLine line, ClaimDraft claim) {
        if (isScreening(claim)) {
            return true;
        }
        boolean medicare = claim.coverage.type() == CoverageType.MEDICARE;
        Service service = line.service;
        if (service == null) {
            return !medicare && line.drug != null && line.drug.drugClass().equals(CONTRACEPTIVE);
        }
        return service.kind().equals(PREVENTIVE) || service.kind().equals(LABORATORY) && medicare;
    }

    /** Whether the principal diagnosis is an encounter for screening for malignant neoplasms. */
    private static boolean isScreening(ClaimDraft claim) {
        List<VisitDiagnosis> diagnoses = claim.diagnoses;
        return claim.type != ClaimType.PHARMACY
                && !diagnoses.isEmpty()
                && diagnoses.get(0).diagnosis().code().toString().startsWith(SCREENING);
    }

    /** Stays and emergencies have one copay for all of the facility's lines. */
    private static boolean coversAll(ClaimDraft claim) {
        return claim.type == ClaimType.INSTITUTIONAL;
    }

    private static long visitCopay(ClaimDraft claim, PlanDesign design) {
        Visit visit = claim.visit;
        if (visit == null) {
            return PlanDesign.NONE;
        }
        Setting setting = visit.rule().setting();
        if (claim.type == ClaimType.INSTITUTIONAL) {
            return switch (setting) {
                case INPATIENT -> design.inpatient();
                case EMERGENCY -> design.emergency();
                default -> PlanDesign.NONE;
            };
        }
        return switch (setting) {
            case OFFICE, TELEHEALTH ->
                    claim.isSpecialist() ? design.specialist() : design.primaryCare();
            case URGENT_CARE -> design.urgentCare();
            default -> PlanDesign.NONE;
        };
    }

    private void payDrug(int member, ClaimLine line, PlanDesign design) {
        if (design.deductibleBeforeDrugs()) {
            medical.meetDeductible(member, line, design.deductible());
        }
        DrugCosts.copays(line, design);
    }

    /** Nobody pays more than the plan's maximum; what is beyond it is paid. */
    private void finish(int member, ClaimLine line, PlanDesign design) {
        if (design.outOfPocketMax() != PlanDesign.NONE) {
            line.relieve(medical.beyond(member, line, design.outOfPocketMax()));
        }
        line.paid = line.allowed - line.member();
        medical.add(member, line);
    }

    /**
     * Decides as the second payer: nobody pays more than the own price together with what the first
     * payer paid, nor more than that one left to the member, who owes nothing beside (42 USC
     * 1396a(n); most states pay the lesser of the two, MACPAC 2013).
     */
    private static void payRest(ClaimDraft claim) {
        for (ClaimLine line : claim.lines) {
            ClaimLine before = Objects.requireNonNull(line.prior);
            long left = before.denial == null ? before.member() : 0;
            line.paid = Math.min(left, Math.max(0, line.agreed - before.paid));
            line.allowed = line.paid;
        }
    }
}
