package io.github.clinicaldata.record.procedure;

import io.github.clinicaldata.contract.RecordKindContract;
import io.github.clinicaldata.record.RecordKind;
import io.github.clinicaldata.support.World;
import java.util.Set;

class ProceduresKindTest extends RecordKindContract<MemberProcedure> {
    @Override
    protected RecordKind<MemberProcedure> kind() {
        return World.PROCEDURES;
    }

    @Override
    protected Set<String> pathsThatBecomeKnown() {
        return Set.of("status", "end");
    }
}
