package io.github.clinicaldata.record.procedure;

import io.github.clinicaldata.record.RecordRelation;
import io.github.clinicaldata.record.RecordRelations;
import jakarta.inject.Singleton;
import java.util.List;

/** The way from an encounter to procedures. */
@Singleton
public final class EncounterProcedures implements RecordRelations {
    @Override
    public String from() {
        return "encounters";
    }

    @Override
    public List<RecordRelation> relations() {
        return List.of(
                new RecordRelation(
                        "procedures",
                        "What was done during the encounter",
                        "procedures",
                        (readers, index) -> ProcedureReader.of(readers).ofEncounter(index)));
    }
}
