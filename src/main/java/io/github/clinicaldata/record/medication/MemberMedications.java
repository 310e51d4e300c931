package io.github.clinicaldata.record.medication;

import io.github.clinicaldata.record.RecordRelation;
import io.github.clinicaldata.record.RecordRelations;
import jakarta.inject.Singleton;
import java.util.List;

/** The way from a member to medications. */
@Singleton
public final class MemberMedications implements RecordRelations {
    @Override
    public String from() {
        return "members";
    }

    @Override
    public List<RecordRelation> relations() {
        return List.of(
                new RecordRelation(
                        "medications",
                        "The member's prescriptions in the order of their days",
                        "medications",
                        (readers, index) -> MedicationReader.of(readers).ofMember(index)));
    }
}
