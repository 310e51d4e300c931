package io.github.clinicaldata.record.encounter;

import io.github.clinicaldata.contract.RecordKindContract;
import io.github.clinicaldata.record.RecordKind;
import io.github.clinicaldata.support.World;
import java.util.Set;

class EncountersKindTest extends RecordKindContract<Encounter> {
    @Override
    protected RecordKind<Encounter> kind() {
        return World.ENCOUNTERS;
    }

    @Override
    protected Set<String> pathsThatBecomeKnown() {
        return Set.of("status", "end");
    }
}
