package io.github.clinicaldata.record.claim;

import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.code.Drug;
import io.github.clinicaldata.record.coverage.Coverage;
import io.github.clinicaldata.record.coverage.CoverageType;
import io.github.clinicaldata.record.world.MemberBlock;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * What members pay for drugs of pharmacies. Plans beside Original Medicare follow the standard
 * benefit of Part D; plans of Medicare Advantage have their copays, up to the same threshold. Those
 * costs do not count towards the maximum of medical costs. All other plans have one maximum.
 */
final class DrugCosts {
    /** A month's drug that costs more is a specialty drug, as in Medicare Part D in 2025. */
    private static final long SPECIALTY_CENTS = 95_000;

    private static final Text INSULIN = Text.of("insulin");

    /**
     * From this year on a month's insulin costs members of Medicare no more (42 USC
     * 1395w-102(b)(9)).
     */
    private static final int INSULIN_LIMITED_FROM = 2023;

    private static final long INSULIN_A_MONTH_CENTS = 3_500;
    private static final int DAYS_A_MONTH = 30;

    private final DrugBenefit benefit;
    private final Accumulators drugs;

    /** Costs of a plan year that begins in a calendar year. */
    DrugCosts(int calendarYear) {
        benefit = DrugBenefit.of(calendarYear);
        // each has a plan of the own
        drugs = new Accumulators(IntStream.range(0, MemberBlock.SIZE).toArray());
    }

    /** Whether a claim is under a drug benefit of its own. */
    static boolean isSeparate(ClaimDraft claim) {
        return claim.type == ClaimType.PHARMACY && claim.coverage.type() == CoverageType.MEDICARE;
    }

    /** What the members have paid under drug benefits of their own. */
    Accumulators accumulators() {
        return drugs;
    }

    /** Pays a drug under a benefit of its own, without what is beyond the limit of the year. */
    void pay(ClaimDraft claim, ClaimLine line, PlanDesign design) {
        Drug drug = Objects.requireNonNull(line.drug);
        boolean limited =
                drug.drugClass().equals(INSULIN) && benefit.year() >= INSULIN_LIMITED_FROM;
        if (claim.of.secondary() != null) {
            copay(line, drug.brand() ? benefit.brand() : benefit.generic());
        } else if (claim.coverage.product().equals(Coverage.DRUG_PLAN)) {
            if (!limited) {
                drugs.meetDeductible(claim.member, line, benefit.deductible());
            }
            line.coinsurance = Cents.share(line.allowed - line.deductible, benefit.coinsurance());
        } else {
            copays(line, design);
        }
        if (limited) {
            int months = Math.max(1, drug.days() / DAYS_A_MONTH);
            line.relieve(Math.max(0, line.member() - INSULIN_A_MONTH_CENTS * months));
        }
        long beyond = drugs.beyond(claim.member, line, benefit.threshold());
        long kept =
                benefit.catastrophic() == 0
                        ? 0
                        : beyond * benefit.catastrophic() / benefit.coinsurance();
        line.relieve(beyond - kept);
        line.paid = line.allowed - line.member();
        drugs.add(claim.member, line);
    }

    /** Copay or coinsurance of a plan's design; the deductible, if any, is met already. */
    static void copays(ClaimLine line, PlanDesign design) {
        long rest = line.allowed - line.deductible;
        boolean brand = line.drug != null && line.drug.brand();
        long copay = brand ? design.brand() : design.generic();
        if (line.allowed > SPECIALTY_CENTS) {
            line.coinsurance = Cents.share(rest, design.specialtyCoinsurance());
        } else if (copay == PlanDesign.NONE) {
            line.coinsurance = Cents.share(rest, design.coinsurance());
        } else {
            copay(line, copay);
        }
    }

    private static void copay(ClaimLine line, long copay) {
        line.copay = Math.min(copay, line.allowed - line.deductible);
    }
}
