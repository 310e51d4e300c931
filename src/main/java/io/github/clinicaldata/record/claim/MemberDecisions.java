package io.github.clinicaldata.record.claim;

import io.github.clinicaldata.record.world.MemberBlock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The decisions on a block's claims of a plan year, member by member. */
final class MemberDecisions {
    private final List<List<ClaimDraft>> byMember = new ArrayList<>(MemberBlock.SIZE);

    /** Claims in the order of their decisions. */
    MemberDecisions(ClaimDraft... decided) {
        for (int i = 0; i < MemberBlock.SIZE; i++) {
            byMember.add(new ArrayList<>());
        }
        for (ClaimDraft claim : decided) {
            // what is under another benefit tells nothing of the plan's accumulators
            if (claim.prior == null && !DrugCosts.isSeparate(claim)) {
                byMember.get(claim.member).add(claim);
            }
        }
    }

    /** The claim of a member that was decided last up to a day, or null. */
    @Nullable ClaimDraft last(int member, int day) {
        List<ClaimDraft> claims = byMember.get(member);
        for (int i = claims.size() - 1; i >= 0; i--) {
            if (claims.get(i).decided <= day) {
                return claims.get(i);
            }
        }
        return null;
    }
}
