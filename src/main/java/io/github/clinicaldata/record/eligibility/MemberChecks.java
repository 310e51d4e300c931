package io.github.clinicaldata.record.eligibility;

import io.github.clinicaldata.record.RecordRelation;
import io.github.clinicaldata.record.RecordRelations;
import jakarta.inject.Singleton;
import java.util.List;

/** The way from a member to eligibility checks. */
@Singleton
public final class MemberChecks implements RecordRelations {
    @Override
    public String from() {
        return "members";
    }

    @Override
    public List<RecordRelation> relations() {
        return List.of(
                new RecordRelation(
                        "eligibility-checks",
                        "The checks about the member in the order of their days",
                        "eligibility-checks",
                        (readers, index) -> EligibilityReader.of(readers).ofMember(index)));
    }
}
