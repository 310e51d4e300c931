package io.github.clinicaldata.record.observation;

import io.github.clinicaldata.contract.RecordKindContract;
import io.github.clinicaldata.record.RecordKind;
import io.github.clinicaldata.support.World;
import java.util.Set;

class ObservationsKindTest extends RecordKindContract<Observation> {
    @Override
    protected RecordKind<Observation> kind() {
        return World.OBSERVATIONS;
    }

    @Override
    protected Set<String> pathsThatBecomeKnown() {
        return Set.of(
                "status",
                "value",
                "value_text",
                "reference_low",
                "reference_high",
                "reference",
                "flag");
    }

    @Override
    protected Set<String> pathsThatNeverApply() {
        // both components of a blood pressure are numbers
        return Set.of("components.value_text");
    }
}
