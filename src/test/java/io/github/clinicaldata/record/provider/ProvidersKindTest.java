package io.github.clinicaldata.record.provider;

import io.github.clinicaldata.contract.RecordKindContract;
import io.github.clinicaldata.record.RecordKind;
import io.github.clinicaldata.support.World;
import java.util.Set;

class ProvidersKindTest extends RecordKindContract<Provider> {
    @Override
    protected RecordKind<Provider> kind() {
        return World.PROVIDERS;
    }

    @Override
    protected Set<String> pathsThatBecomeKnown() {
        return Set.of();
    }
}
