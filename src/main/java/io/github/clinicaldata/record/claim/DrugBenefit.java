package io.github.clinicaldata.record.claim;

import static io.github.clinicaldata.record.code.ReferenceTable.integer;
import static io.github.clinicaldata.record.code.ReferenceTable.number;

import io.github.clinicaldata.record.code.ReferenceTable;
import io.github.clinicaldata.record.code.Rows;
import java.util.List;

/**
 * The standard benefit of Medicare Part D in a calendar year, a row of {@code weights/part-d.csv}.
 * Amounts in cents, shares in ten-thousandths.
 *
 * @param year the calendar year
 * @param deductible a year
 * @param coinsurance the member's share after the deductible
 * @param threshold what the member pays until the catastrophic phase
 * @param catastrophic what stays of the member's share in that phase
 * @param generic copay of those with Medicaid
 * @param brand copay of those with Medicaid
 */
record DrugBenefit(
        int year,
        long deductible,
        int coinsurance,
        long threshold,
        int catastrophic,
        long generic,
        long brand) {
    private static final class Holder {
        static final List<DrugBenefit> YEARS =
                ReferenceTable.read("weights/part-d.csv").stream()
                        .map(
                                row ->
                                        new DrugBenefit(
                                                integer(row, "year"),
                                                Rows.number(row, "deductible_cents", 0),
                                                Cents.tenThousandths(number(row, "coinsurance")),
                                                Rows.number(row, "threshold_cents", 0),
                                                Cents.tenThousandths(number(row, "catastrophic")),
                                                Rows.number(row, "lis_generic_cents", 0),
                                                Rows.number(row, "lis_brand_cents", 0)))
                        .toList();
    }

    /** The benefit of a year; beyond the table that of its first or last year. */
    static DrugBenefit of(int year) {
        DrugBenefit found = Holder.YEARS.get(0);
        for (DrugBenefit each : Holder.YEARS) {
            found = each.year() <= year ? each : found;
        }
        return found;
    }
}
