package io.github.clinicaldata.record.claim;

import io.github.clinicaldata.record.RecordRelation;
import io.github.clinicaldata.record.RecordRelations;
import jakarta.inject.Singleton;
import java.util.List;

/** The way from an encounter to claims. */
@Singleton
public final class EncounterClaims implements RecordRelations {
    @Override
    public String from() {
        return "encounters";
    }

    @Override
    public List<RecordRelation> relations() {
        return List.of(
                new RecordRelation(
                        "claims",
                        "What was billed for the encounter, with replacements",
                        "claims",
                        (readers, index) -> ClaimReader.of(readers).ofEncounter(index)));
    }
}
