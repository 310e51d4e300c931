package io.github.clinicaldata.record.remittance;

import io.github.clinicaldata.contract.RecordKindContract;
import io.github.clinicaldata.record.RecordKind;
import io.github.clinicaldata.support.World;
import java.util.Set;

class RemittancesKindTest extends RecordKindContract<Remittance> {
    @Override
    protected RecordKind<Remittance> kind() {
        return World.REMITTANCES;
    }

    @Override
    protected Set<String> pathsThatBecomeKnown() {
        return Set.of();
    }
}
