package io.github.clinicaldata.record.encounter;

import io.github.clinicaldata.record.RecordRelation;
import io.github.clinicaldata.record.RecordRelations;
import jakarta.inject.Singleton;
import java.util.List;

/** The way from a condition to encounters. */
@Singleton
public final class ConditionEncounters implements RecordRelations {
    @Override
    public String from() {
        return "conditions";
    }

    @Override
    public List<RecordRelation> relations() {
        return List.of(
                new RecordRelation(
                        "encounters",
                        "Encounters to which the condition led",
                        "encounters",
                        (readers, index) -> EncounterReader.of(readers).ofCondition(index)));
    }
}
