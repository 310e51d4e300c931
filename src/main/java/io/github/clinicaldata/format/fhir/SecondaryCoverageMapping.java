package io.github.clinicaldata.format.fhir;

import io.github.clinicaldata.format.Literal;
import io.github.clinicaldata.record.member.Member;
import jakarta.inject.Singleton;

/** The second coverage of members who have Medicare and Medicaid, as {@code Coverage}. */
@Singleton
public final class SecondaryCoverageMapping extends MemberCoverageMapping {
    private static final String SUFFIX = "-secondary";

    /** What the id ends in. */
    static final Literal ID_SUFFIX = Literal.of(SUFFIX);

    /** For the container, and for tests. */
    public SecondaryCoverageMapping() {
        super(SUFFIX, Member::secondary);
    }
}
