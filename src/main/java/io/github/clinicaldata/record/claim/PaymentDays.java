package io.github.clinicaldata.record.claim;

/**
 * The days on which payers pay: each on one weekday of its own, so that the claims of a week that a
 * payee has with a payer are paid together.
 */
final class PaymentDays {
    private static final int WEEK = 7;
    private static final int WORKDAYS = 5;

    /** Monday in days since 1970-01-01, which was a Thursday. */
    private static final int MONDAY = 4;

    private PaymentDays() {}

    /**
     * The payment day of a claim: the payer's last one up to the day on which the payment is due,
     * or the first one after the decision where that is later. Never the first day of a plan year,
     * which has no events; that payment goes out the day after.
     *
     * @param due when the payment is due, after the day of the decision
     * @param last the last day of the plan year of the receipt
     */
    static int of(ClaimDraft claim, int due, int last) {
        int weekday = MONDAY + claim.coverage.payer().ordinal() % WORKDAYS;
        int day = due - Math.floorMod(due - weekday, WEEK);
        if (day <= claim.decided) {
            day += WEEK;
        }
        return day == last + 1 ? day + 1 : day;
    }
}
