package io.github.clinicaldata.record.condition;

import io.github.clinicaldata.record.RecordRelation;
import io.github.clinicaldata.record.RecordRelations;
import jakarta.inject.Singleton;
import java.util.List;

/** The way from a member to conditions. */
@Singleton
public final class MemberConditions implements RecordRelations {
    @Override
    public String from() {
        return "members";
    }

    @Override
    public List<RecordRelation> relations() {
        return List.of(
                new RecordRelation(
                        "conditions",
                        "The member's conditions in the order of their first days",
                        "conditions",
                        (readers, index) -> ConditionReader.of(readers).ofMember(index)));
    }
}
