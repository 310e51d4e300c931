package io.github.clinicaldata.record.encounter;

import io.github.clinicaldata.record.RecordRelation;
import io.github.clinicaldata.record.RecordRelations;
import jakarta.inject.Singleton;
import java.util.List;

/** The way from a member to encounters. */
@Singleton
public final class MemberEncounters implements RecordRelations {
    @Override
    public String from() {
        return "members";
    }

    @Override
    public List<RecordRelation> relations() {
        return List.of(
                new RecordRelation(
                        "encounters",
                        "The member's visits and stays in the order of their days",
                        "encounters",
                        (readers, index) -> EncounterReader.of(readers).ofMember(index)));
    }
}
