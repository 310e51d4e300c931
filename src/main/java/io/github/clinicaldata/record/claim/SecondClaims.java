package io.github.clinicaldata.record.claim;

import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.coverage.Coverage;
import io.github.clinicaldata.record.random.Mixer;
import java.util.Objects;

/**
 * Makes the claims that go on to Medicaid after Medicare has decided, as CMS crosses them over:
 * medical claims of members who have both, which Medicare did not deny as a whole and which leave
 * something to the member. Special needs plans leave nothing, so that none of their claims go on.
 */
final class SecondClaims {
    private static final Text NEEDS_PLAN = Text.of("MA-SNP");

    private final Prices prices = new Prices();
    private final ClaimDates dates;

    SecondClaims(ClaimDates dates) {
        this.dates = dates;
    }

    /** Whether a claim is of the kind that goes on, or has gone on, to a second payer. */
    static boolean mayGoOn(ClaimDraft claim) {
        Coverage second = claim.of.secondary();
        return claim.type != ClaimType.PHARMACY
                && second != null
                && second.covers(claim.from)
                && !claim.coverage.product().equals(NEEDS_PLAN);
    }

    /**
     * Decides on the days of a claim that may go on, so that both are received within the year.
     *
     * @param last the last day of the year
     * @return whether it goes on
     */
    boolean goesOn(ClaimDraft claim, int last) {
        dates.decide(claim, claim.to, last);
        settleWithin(claim, last);
        return !claim.whollyDenied && costsTheMember(claim);
    }

    private static void settleWithin(ClaimDraft claim, int last) {
        claim.decided = Math.min(claim.decided, last);
        claim.pended = Math.min(claim.pended, claim.decided);
    }

    /** Whether a line is of those that Medicare's members pay a share of. */
    private static boolean costsTheMember(ClaimDraft claim) {
        for (ClaimLine line : claim.lines) {
            if (!Adjudicator.isFree(line, claim)) {
                return true;
            }
        }
        return false;
    }

    /**
     * The claim to the second payer.
     *
     * @param first the claim to the first one
     * @param last the last day on which it can be received
     */
    ClaimDraft after(ClaimDraft first, int last) {
        ClaimDraft second =
                new ClaimDraft(
                        first.type,
                        first.member,
                        first.of,
                        Objects.requireNonNull(first.of.secondary()),
                        first.billing,
                        Mixer.combine(first.key, 14));
        second.copyOf(first);
        for (ClaimLine line : first.lines) {
            ClaimLine same = line.again();
            same.prior = line;
            second.lines.add(same);
        }
        second.prior = first;
        prices.price(second);
        first.further = second;
        dates.decideAfter(second, first.decided, last);
        return second;
    }
}
