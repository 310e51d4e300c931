package io.github.clinicaldata.record.claim;

import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.code.Service;
import io.github.clinicaldata.record.coverage.CoverageType;
import io.github.clinicaldata.record.health.Visit;
import io.github.clinicaldata.record.pathway.Setting;
import io.github.clinicaldata.record.world.MemberBlock;
import java.util.Arrays;
import java.util.Objects;

/**
 * Decides on the claims of a block in a plan year, in the order of their decisions: deductible,
 * copays and coinsurance, until the member has paid the plan's maximum. Amounts in cents.
 *
 * <p>Of each line {@code charge = allowed + contractual} and {@code allowed = paid + member}.
 */
final class Adjudicator {
    private static final Text PREVENTIVE = Text.of("preventive");
    private static final Text LABORATORY = Text.of("laboratory");
    private static final int TEN_THOUSANDTHS = 10_000;

    /** A month's drug that costs more is a specialty drug, as in Medicare Part D in 2025. */
    private static final long SPECIALTY_CENTS = 95_000;

    private final PlanDesign[] designs;
    private final long[] deductibleMet = new long[MemberBlock.SIZE];
    private final long[] outOfPocketMet = new long[MemberBlock.SIZE];

    /**
     * A plan year.
     *
     * @param designs of the members' coverages
     */
    Adjudicator(PlanDesign[] designs) {
        this.designs = Arrays.copyOf(designs, designs.length);
    }

    /** Decides on a claim; must be called in the order of decisions. */
    void decide(ClaimDraft claim) {
        if (claim.frequency == ClaimFrequency.VOID) {
            takeBack(claim);
        } else if (claim.whollyDenied && claim.denial != null) {
            claim.lines.forEach(line -> deny(line, claim.denial));
        } else {
            pay(claim);
        }
        claim.deductibleMet = deductibleMet[claim.member];
        claim.outOfPocketMet = outOfPocketMet[claim.member];
    }

    private void takeBack(ClaimDraft claim) {
        ClaimDraft original = Objects.requireNonNull(claim.original);
        claim.lines.clear();
        for (ClaimLine line : original.lines) {
            ClaimLine negative = line.negative();
            claim.lines.add(negative);
            deductibleMet[claim.member] += negative.deductible;
            outOfPocketMet[claim.member] +=
                    negative.deductible + negative.copay + negative.coinsurance;
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
        for (ClaimLine line : claim.lines) {
            if (claim.denial != null && line == claim.lines.get(claim.lines.size() - 1)) {
                deny(line, claim.denial);
                continue;
            }
            if (isFree(line, claim)) {
                line.paid = line.allowed;
            } else if (line.drug != null) {
                payDrug(claim.member, line, design);
            } else if (visitCopay != PlanDesign.NONE) {
                if (design.deductibleBeforeVisits()) {
                    meetDeductible(claim.member, line, design);
                }
                long copay = Math.min(visitCopay, line.allowed - line.deductible);
                line.copay = copay;
                // one copay covers the visit; what else was done goes on with the next line
                visitCopay = coversAll(claim) ? visitCopay - copay : PlanDesign.NONE;
            } else {
                meetDeductible(claim.member, line, design);
                line.coinsurance = share(line.allowed - line.deductible, design.coinsurance());
            }
            finish(claim.member, line, design);
        }
    }

    /** Preventive services and, in Medicare, laboratory tests (42 CFR 410.152) cost nothing. */
    private static boolean isFree(ClaimLine line, ClaimDraft claim) {
        Service service = line.service;
        return service != null
                && (service.kind().equals(PREVENTIVE)
                        || service.kind().equals(LABORATORY)
                                && claim.coverage.type() == CoverageType.MEDICARE);
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
            meetDeductible(member, line, design);
        }
        long rest = line.allowed - line.deductible;
        boolean brand = line.drug != null && line.drug.brand();
        if (line.allowed > SPECIALTY_CENTS) {
            line.coinsurance = share(rest, design.specialtyCoinsurance());
            return;
        }
        long copay = brand ? design.brand() : design.generic();
        if (copay == PlanDesign.NONE) {
            line.coinsurance = share(rest, design.coinsurance());
        } else {
            line.copay = Math.min(copay, rest);
        }
    }

    private void meetDeductible(int member, ClaimLine line, PlanDesign design) {
        long left = Math.max(0, design.deductible() - deductibleMet[member]);
        line.deductible = Math.min(left, line.allowed);
    }

    private static long share(long amount, int tenThousandths) {
        return (amount * tenThousandths + TEN_THOUSANDTHS / 2) / TEN_THOUSANDTHS;
    }

    /** Nobody pays more than the plan's maximum; what is beyond it is paid. */
    private void finish(int member, ClaimLine line, PlanDesign design) {
        if (design.outOfPocketMax() != PlanDesign.NONE) {
            long left = Math.max(0, design.outOfPocketMax() - outOfPocketMet[member]);
            long beyond = Math.max(0, line.member() - left);
            long coinsurance = Math.min(beyond, line.coinsurance);
            line.coinsurance -= coinsurance;
            beyond -= coinsurance;
            long copay = Math.min(beyond, line.copay);
            line.copay -= copay;
            line.deductible -= beyond - copay;
        }
        line.paid = line.allowed - line.member();
        deductibleMet[member] += line.deductible;
        outOfPocketMet[member] += line.member();
    }
}
