package io.github.clinicaldata.record.medication;

import io.github.clinicaldata.record.RecordRelation;
import io.github.clinicaldata.record.RecordRelations;
import jakarta.inject.Singleton;
import java.util.List;

/** The way from an encounter to medications. */
@Singleton
public final class EncounterMedications implements RecordRelations {
    @Override
    public String from() {
        return "encounters";
    }

    @Override
    public List<RecordRelation> relations() {
        return List.of(
                new RecordRelation(
                        "medications",
                        "What was prescribed at the encounter",
                        "medications",
                        (readers, index) -> MedicationReader.of(readers).ofEncounter(index)));
    }
}
