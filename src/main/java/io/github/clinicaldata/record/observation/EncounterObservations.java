package io.github.clinicaldata.record.observation;

import io.github.clinicaldata.record.RecordRelation;
import io.github.clinicaldata.record.RecordRelations;
import jakarta.inject.Singleton;
import java.util.List;

/** The way from an encounter to what was observed there, and what its laboratories found. */
@Singleton
public final class EncounterObservations implements RecordRelations {
    @Override
    public String from() {
        return "encounters";
    }

    @Override
    public List<RecordRelation> relations() {
        return List.of(
                new RecordRelation(
                        ObservationsKind.NAME,
                        "The observations of the encounter, results of laboratories included",
                        ObservationsKind.NAME,
                        (readers, index) -> ObservationReader.of(readers).ofEncounter(index)));
    }
}
