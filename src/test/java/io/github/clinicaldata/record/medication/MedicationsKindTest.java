package io.github.clinicaldata.record.medication;

import io.github.clinicaldata.contract.RecordKindContract;
import io.github.clinicaldata.record.RecordKind;
import io.github.clinicaldata.support.World;
import java.util.Set;

class MedicationsKindTest extends RecordKindContract<Medication> {
    @Override
    protected RecordKind<Medication> kind() {
        return World.MEDICATIONS;
    }

    @Override
    protected Set<String> pathsThatBecomeKnown() {
        return Set.of("status", "status_reason", "end_date");
    }
}
