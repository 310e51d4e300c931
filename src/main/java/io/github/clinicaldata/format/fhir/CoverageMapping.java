package io.github.clinicaldata.format.fhir;

import io.github.clinicaldata.record.member.Member;
import jakarta.inject.Singleton;

/** The main coverage of members who are insured, as {@code Coverage}. */
@Singleton
public final class CoverageMapping extends MemberCoverageMapping {
    /** For the container, and for tests. */
    public CoverageMapping() {
        super("", Member::coverage);
    }
}
