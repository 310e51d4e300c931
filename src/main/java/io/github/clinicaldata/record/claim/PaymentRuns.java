package io.github.clinicaldata.record.claim;

import io.github.clinicaldata.record.coverage.Coverage;
import io.github.clinicaldata.record.provider.Provider;
import io.github.clinicaldata.record.world.EventSpace;
import io.github.clinicaldata.record.world.Sorting;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Decides which claims of a block are paid together, so that each plan year has a fixed number of
 * payments. A payment is from one payer to one payee on one day, and of claims that were received
 * in one plan year.
 *
 * <p>A payer pays a payee once the oldest of the claims that are due has waited for some days; all
 * claims of the payment are paid on the day on which the last of them is due. The days of waiting
 * are the fewest with which a block has not too many payments, about three weeks; where there are
 * too few then, some are split, the largest gaps between due days first. Claims that are due after
 * the year's end are paid when they are due, so that the next year can count them without knowing
 * how this one came out; see {@code docs/adr/0010}.
 *
 * <p>Should a block ever have more payers and payees than payments, the claims of those beyond get
 * no payment. It takes twice as many as the most of 2,000 blocks.
 */
final class PaymentRuns {
    /** Payments of a block in each plan year. */
    static final EventSpace SPACE = new EventSpace(0, 307, 391, 462, 511, 492, 496);

    /** The payment of a claim that gets none. */
    static final int NONE = -1;

    private static final int LONGEST = 366;
    private static final int NPI_BITS = 30;

    /** The least NPI: all of ours begin with 2. */
    private static final long LEAST_NPI = 2_000_000_000;

    private static final Comparator<ClaimDraft> ORDER =
            Comparator.<ClaimDraft>comparingLong(claim -> claim.parties)
                    .thenComparingInt(claim -> claim.paidOn)
                    .thenComparing(BlockClaims.BY_RECEIPT);

    private final ClaimDraft[] claims;
    private final int[] days;

    /** Whether a claim is of the same payer and payee as the one before it. */
    private final boolean[] follows;

    /** Whether a claim begins a payment. */
    private final boolean[] first;

    private final int last;

    /**
     * The claims of a plan year but for those that come back.
     *
     * @param last the last day of the year
     */
    PaymentRuns(List<ClaimDraft> ofYear, int last) {
        claims = ofYear.toArray(new ClaimDraft[0]);
        Sorting.sort(claims, claim -> claim.parties << Sorting.DAY_BITS | claim.paidOn, ORDER);
        days = new int[claims.length];
        follows = new boolean[claims.length];
        long before = -1;
        for (int i = 0; i < claims.length; i++) {
            days[i] = claims[i].paidOn;
            long parties = claims[i].parties;
            follows[i] = parties == before;
            before = parties;
        }
        first = new boolean[claims.length];
        this.last = last;
    }

    /** Payer and payee as a number. */
    static long parties(Coverage coverage, Provider billing) {
        return (long) coverage.payer().ordinal() << NPI_BITS | billing.npi() - LEAST_NPI;
    }

    /** How many payments go out after the year's end. */
    int late() {
        int late = 0;
        for (int i = 0; i < claims.length; i++) {
            late += days[i] > last && (!follows[i] || days[i] != days[i - 1]) ? 1 : 0;
        }
        return late;
    }

    /**
     * Forms the payments: sets the payment days of the claims that are paid within the year, and
     * the numbers of all payments.
     *
     * @param wanted how many go out within the year
     * @return the first number that no payment has
     */
    int form(int wanted) {
        int low = 0;
        int high = LONGEST;
        while (low < high) {
            int middle = (low + high) / 2;
            if (begin(middle) <= wanted) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        split(wanted - begin(low));
        return number(wanted);
    }

    /**
     * Begins payments.
     *
     * @param wait for how many days the oldest claim of a payment waits at most
     * @return how many go out within the year
     */
    private int begin(int wait) {
        int count = 0;
        int oldest = 0;
        for (int i = 0; i < claims.length; i++) {
            boolean late = days[i] > last;
            int latest = late ? oldest : Math.min(oldest + wait, last);
            first[i] = !follows[i] || days[i] > latest;
            if (first[i]) {
                oldest = days[i];
                count += late ? 0 : 1;
            }
        }
        return count;
    }

    /** Splits payments of the year at the largest gaps between due days. */
    private void split(int times) {
        long[] gaps = new long[claims.length];
        int count = 0;
        for (int i = 0; i < claims.length; i++) {
            if (!first[i] && days[i] <= last) {
                gaps[count++] = (long) (LONGEST - (days[i] - days[i - 1])) << Integer.SIZE | i;
            }
        }
        Arrays.sort(gaps, 0, count);
        for (int i = 0; i < Math.min(times, count); i++) {
            first[(int) gaps[i]] = true;
        }
    }

    private int number(int wanted) {
        int within = 0;
        int after = wanted;
        int day = 0;
        int payment = NONE;
        for (int end = claims.length; end > 0; end--) {
            ClaimDraft claim = claims[end - 1];
            boolean ends = end == claims.length || first[end];
            if (ends) {
                day = days[end - 1];
                payment = day > last ? after++ : within < wanted ? within++ : NONE;
            }
            claim.paidOn = day;
            claim.payment = payment;
        }
        return after;
    }
}
