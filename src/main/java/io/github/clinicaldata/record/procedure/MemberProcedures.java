package io.github.clinicaldata.record.procedure;

import io.github.clinicaldata.record.RecordRelation;
import io.github.clinicaldata.record.RecordRelations;
import jakarta.inject.Singleton;
import java.util.List;

/** The way from a member to procedures. */
@Singleton
public final class MemberProcedures implements RecordRelations {
    @Override
    public String from() {
        return "members";
    }

    @Override
    public List<RecordRelation> relations() {
        return List.of(
                new RecordRelation(
                        "procedures",
                        "The member's procedures in the order of their beginnings",
                        "procedures",
                        (readers, index) -> ProcedureReader.of(readers).ofMember(index)));
    }
}
