package io.github.clinicaldata.record.claim;

import io.github.clinicaldata.record.Text;
import java.util.ArrayList;
import java.util.List;

/**
 * Why what is not paid of a line is not, by the groups and reasons of X12's claim adjustment codes;
 * with what is paid they make up the charge.
 */
final class LineAdjustments {
    private static final Text CONTRACTUAL = Text.of("CO");
    private static final Text MEMBERS = Text.of("PR");
    private static final Text OTHER = Text.of("OA");
    private static final Text PRIOR_PAYER = Text.of("23");
    private static final Text DISCOUNT = Text.of("45");
    private static final Text DEDUCTIBLE = Text.of("1");
    private static final Text COINSURANCE = Text.of("2");
    private static final Text COPAY = Text.of("3");

    private LineAdjustments() {}

    /** Those of a line, as far as it is decided. */
    static List<Adjustment> of(ClaimLine line) {
        List<Adjustment> adjustments = new ArrayList<>(3);
        DenialReason reason = line.denial;
        if (reason != null) {
            adjustments.add(
                    new Adjustment(reason.group(), reason.code(), line.charge, reason.remark()));
            return adjustments;
        }
        ClaimLine before = line.prior;
        if (before != null) {
            long left = before.denial == null ? before.member() : 0;
            add(adjustments, OTHER, PRIOR_PAYER, line.charge - left);
            add(adjustments, CONTRACTUAL, DISCOUNT, left - line.paid);
            return adjustments;
        }
        add(adjustments, CONTRACTUAL, DISCOUNT, line.contractual());
        add(adjustments, MEMBERS, DEDUCTIBLE, line.deductible);
        add(adjustments, MEMBERS, COINSURANCE, line.coinsurance);
        add(adjustments, MEMBERS, COPAY, line.copay);
        return adjustments;
    }

    private static void add(List<Adjustment> adjustments, Text group, Text reason, long amount) {
        if (amount != 0) {
            adjustments.add(new Adjustment(group, reason, amount, null));
        }
    }
}
