package io.github.clinicaldata.record.remittance;

import io.github.clinicaldata.record.RecordRelation;
import io.github.clinicaldata.record.RecordRelations;
import jakarta.inject.Singleton;
import java.util.List;

/** The way from a claim to the remittance that settles it. */
@Singleton
public final class ClaimRemittance implements RecordRelations {
    @Override
    public String from() {
        return "claims";
    }

    @Override
    public List<RecordRelation> relations() {
        return List.of(
                new RecordRelation(
                        "remittance",
                        "The payment that settles it, once it is made",
                        "remittances",
                        (readers, index) -> RemittanceReader.of(readers).ofClaim(index)));
    }
}
