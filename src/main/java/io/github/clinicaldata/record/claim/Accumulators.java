package io.github.clinicaldata.record.claim;

import io.github.clinicaldata.record.world.MemberBlock;

/**
 * What the members of a block, and the families on their policies, have paid in a plan year under
 * one kind of benefit, in cents.
 *
 * <p>A family's limit is twice that of a person, as in most plans (KFF Employer Health Benefits
 * Survey 2023, section 7) and in the limit on cost sharing (45 CFR 156.130). Each person's own
 * limits hold within it.
 */
final class Accumulators {
    private static final int PERSONS_OF_A_FAMILY = 2;

    private final int[] policies;
    private final long[] deductible = new long[MemberBlock.SIZE];
    private final long[] outOfPocket = new long[MemberBlock.SIZE];
    private final long[] familyDeductible = new long[MemberBlock.SIZE];
    private final long[] familyOutOfPocket = new long[MemberBlock.SIZE];

    /**
     * Nothing is paid yet.
     *
     * @param policies for each member, the position of who holds the policy
     */
    Accumulators(int[] policies) {
        this.policies = policies.clone();
    }

    /** The deductible so far. */
    long deductible(int member) {
        return deductible[member];
    }

    /** All that the member has paid so far. */
    long outOfPocket(int member) {
        return outOfPocket[member];
    }

    /** The deductible of all on the member's policy so far. */
    long familyDeductible(int member) {
        return familyDeductible[policies[member]];
    }

    /** All that those on the member's policy have paid so far. */
    long familyOutOfPocket(int member) {
        return familyOutOfPocket[policies[member]];
    }

    /** Counts what a member owes of a line; takes back what a negative one says. */
    void add(int member, ClaimLine line) {
        long all = line.deductible + line.copay + line.coinsurance;
        deductible[member] += line.deductible;
        outOfPocket[member] += all;
        familyDeductible[policies[member]] += line.deductible;
        familyOutOfPocket[policies[member]] += all;
    }

    /** Takes the part of a line's deductible that is still to be met. */
    void meetDeductible(int member, ClaimLine line, long ofYear) {
        long left =
                Math.min(
                        ofYear - deductible(member),
                        PERSONS_OF_A_FAMILY * ofYear - familyDeductible(member));
        line.deductible = Math.min(Math.max(0, left), line.allowed);
    }

    /** How much of what a member owes of a line is over a limit on all of the year. */
    long beyond(int member, ClaimLine line, long limit) {
        long left =
                Math.min(
                        limit - outOfPocket(member),
                        PERSONS_OF_A_FAMILY * limit - familyOutOfPocket(member));
        return Math.max(0, line.member() - Math.max(0, left));
    }
}
