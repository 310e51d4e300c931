package io.github.clinicaldata.record.condition;

import io.github.clinicaldata.contract.RecordKindContract;
import io.github.clinicaldata.record.RecordKind;
import io.github.clinicaldata.support.World;
import java.util.Set;

class ConditionsKindTest extends RecordKindContract<Condition> {
    @Override
    protected RecordKind<Condition> kind() {
        return World.CONDITIONS;
    }

    @Override
    protected Set<String> pathsThatBecomeKnown() {
        return Set.of("status", "abatement_date");
    }
}
