package io.github.clinicaldata.record.observation;

import io.github.clinicaldata.record.RecordRelation;
import io.github.clinicaldata.record.RecordRelations;
import jakarta.inject.Singleton;
import java.util.List;

/** The way from a member to the member's observations. */
@Singleton
public final class MemberObservations implements RecordRelations {
    @Override
    public String from() {
        return "members";
    }

    @Override
    public List<RecordRelation> relations() {
        return List.of(
                new RecordRelation(
                        ObservationsKind.NAME,
                        "The member's observations",
                        ObservationsKind.NAME,
                        (readers, index) -> ObservationReader.of(readers).ofMember(index)));
    }
}
