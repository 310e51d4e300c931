package io.github.clinicaldata.format.fhir;

import io.github.clinicaldata.format.Literal;
import io.github.clinicaldata.record.member.Member;
import jakarta.inject.Singleton;

/** The plan of Medicare Part D of members who have Original Medicare, as {@code Coverage}. */
@Singleton
public final class DrugCoverageMapping extends MemberCoverageMapping {
    private static final String SUFFIX = "-drugs";

    /** What the id ends in. */
    static final Literal ID_SUFFIX = Literal.of(SUFFIX);

    /** For the container, and for tests. */
    public DrugCoverageMapping() {
        super(SUFFIX, Member::drugPlan);
    }
}
