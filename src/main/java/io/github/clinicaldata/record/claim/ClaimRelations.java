package io.github.clinicaldata.record.claim;

import io.github.clinicaldata.record.RecordRelation;
import io.github.clinicaldata.record.RecordRelations;
import jakarta.inject.Singleton;
import java.util.List;

/** The way from a member to claims. */
@Singleton
public final class ClaimRelations implements RecordRelations {
    @Override
    public String from() {
        return "members";
    }

    @Override
    public List<RecordRelation> relations() {
        return List.of(
                new RecordRelation(
                        "claims",
                        "The member's claims in the order of plan year and receipt",
                        "claims",
                        (readers, index) -> ClaimReader.of(readers).ofMember(index)));
    }
}
