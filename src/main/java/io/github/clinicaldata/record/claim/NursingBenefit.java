package io.github.clinicaldata.record.claim;

import static io.github.clinicaldata.record.code.ReferenceTable.integer;

import io.github.clinicaldata.record.code.ReferenceTable;
import io.github.clinicaldata.record.code.Rows;
import io.github.clinicaldata.record.coverage.CoverageType;
import io.github.clinicaldata.record.health.Visit;
import io.github.clinicaldata.record.pathway.Setting;
import java.util.List;

/**
 * What members of Medicare pay for a stay in a skilled nursing facility: nothing for the first 20
 * days, then an amount a day (42 CFR 409.85), of {@code weights/part-a.csv}. Each stay is taken as
 * the first of its spell of illness.
 */
final class NursingBenefit {
    private static final int FREE_DAYS = 20;
    private static final int LAST_DAY = 100;

    private record Year(int year, long coinsurance) {}

    private static final class Holder {
        static final List<Year> YEARS =
                ReferenceTable.read("weights/part-a.csv").stream()
                        .map(
                                row ->
                                        new Year(
                                                integer(row, "year"),
                                                Rows.number(row, "nursing_coinsurance_cents", 0)))
                        .toList();
    }

    private final long coinsurance;

    /** The benefit of a calendar year; beyond the table that of its first or last year. */
    NursingBenefit(int year) {
        Year found = Holder.YEARS.get(0);
        for (Year each : Holder.YEARS) {
            found = each.year() <= year ? each : found;
        }
        coinsurance = found.coinsurance();
    }

    /** What a claim leaves to the member, or {@link PlanDesign#NONE} where it is none of these. */
    long share(ClaimDraft claim, PlanDesign design) {
        Visit visit = claim.visit;
        if (visit == null
                || claim.type != ClaimType.INSTITUTIONAL
                || visit.rule().setting() != Setting.SKILLED_NURSING
                || claim.coverage.type() != CoverageType.MEDICARE) {
            return PlanDesign.NONE;
        }
        boolean free = design.coinsurance() == 0;
        int days = Math.min(visit.nights(), LAST_DAY) - FREE_DAYS;
        return free || days <= 0 ? 0 : days * coinsurance;
    }
}
