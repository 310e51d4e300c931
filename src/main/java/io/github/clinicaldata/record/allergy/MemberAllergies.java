package io.github.clinicaldata.record.allergy;

import io.github.clinicaldata.record.RecordRelation;
import io.github.clinicaldata.record.RecordRelations;
import jakarta.inject.Singleton;
import java.util.List;

/** The way from a member to the own allergies. */
@Singleton
public final class MemberAllergies implements RecordRelations {
    @Override
    public String from() {
        return "members";
    }

    @Override
    public List<RecordRelation> relations() {
        return List.of(
                new RecordRelation(
                        "allergies",
                        "The member's allergies that are on record",
                        AllergiesKind.NAME,
                        (readers, index) -> AllergyReader.of(readers).ofMember(index)));
    }
}
