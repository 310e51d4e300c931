package io.github.clinicaldata.record.claim;

import io.github.clinicaldata.contract.RecordKindContract;
import io.github.clinicaldata.record.RecordKind;
import io.github.clinicaldata.support.World;
import java.util.Set;

class ClaimsKindTest extends RecordKindContract<Claim> {
    @Override
    protected RecordKind<Claim> kind() {
        return World.CLAIMS;
    }

    @Override
    protected Set<String> pathsThatBecomeKnown() {
        return ClaimPaths.becomeKnown();
    }

    @Override
    protected Set<String> pathsThatNeverApply() {
        // only where the knob invalid_share asks for it
        return Set.of("fault");
    }
}
