package io.github.clinicaldata.record.enrollment;

import io.github.clinicaldata.record.RecordRelation;
import io.github.clinicaldata.record.RecordRelations;
import jakarta.inject.Singleton;
import java.util.List;

/** The way from a member to what was told about the own coverages. */
@Singleton
public final class MemberEnrollments implements RecordRelations {
    @Override
    public String from() {
        return "members";
    }

    @Override
    public List<RecordRelation> relations() {
        return List.of(
                new RecordRelation(
                        "enrollments",
                        "What sponsors have sent about the member's coverages",
                        EnrollmentsKind.NAME,
                        (readers, index) -> EnrollmentReader.of(readers).ofMember(index)));
    }
}
