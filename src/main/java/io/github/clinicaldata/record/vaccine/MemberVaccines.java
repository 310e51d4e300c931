package io.github.clinicaldata.record.vaccine;

import io.github.clinicaldata.record.RecordRelation;
import io.github.clinicaldata.record.RecordRelations;
import jakarta.inject.Singleton;
import java.util.List;

/** The way from a member to the member's vaccines. */
@Singleton
public final class MemberVaccines implements RecordRelations {
    @Override
    public String from() {
        return "members";
    }

    @Override
    public List<RecordRelation> relations() {
        return List.of(
                new RecordRelation(
                        "vaccines",
                        "The member's vaccine doses, given or not",
                        "vaccines",
                        (readers, index) -> VaccineReader.of(readers).ofMember(index)));
    }
}
