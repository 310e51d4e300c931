package io.github.clinicaldata.record.claim;

import io.github.clinicaldata.record.world.Holidays;

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
     * or the first one after the decision where that is later. Never a day on which banks settle
     * nothing, nor the first day of a plan year, which has no events; that payment goes out on the
     * next day that is neither.
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
        while (!Holidays.isBankDay(day) || day == last + 1) {
            day++;
        }
        return day;
    }

    /** The last day up to one on which banks settle payments. */
    static int lastUpTo(int last) {
        int day = last;
        while (!Holidays.isBankDay(day)) {
            day--;
        }
        return day;
    }
}
