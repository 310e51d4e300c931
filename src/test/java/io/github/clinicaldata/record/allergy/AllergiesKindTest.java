package io.github.clinicaldata.record.allergy;

import io.github.clinicaldata.contract.RecordKindContract;
import io.github.clinicaldata.record.RecordKind;
import io.github.clinicaldata.support.World;
import java.util.Set;

class AllergiesKindTest extends RecordKindContract<Allergy> {
    @Override
    protected RecordKind<Allergy> kind() {
        return World.ALLERGIES;
    }

    @Override
    protected Set<String> pathsThatBecomeKnown() {
        return Set.of("status", "resolved_date");
    }
}
