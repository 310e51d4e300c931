package io.github.clinicaldata.record.eligibility;

import io.github.clinicaldata.contract.RecordKindContract;
import io.github.clinicaldata.record.RecordKind;
import io.github.clinicaldata.support.World;
import java.util.Set;

class EligibilityChecksKindTest extends RecordKindContract<EligibilityCheck> {
    @Override
    protected RecordKind<EligibilityCheck> kind() {
        return World.ELIGIBILITY_CHECKS;
    }

    @Override
    protected Set<String> pathsThatBecomeKnown() {
        return Set.of();
    }
}
