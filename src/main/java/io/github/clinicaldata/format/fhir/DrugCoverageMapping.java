package io.github.clinicaldata.format.fhir;

import io.github.clinicaldata.format.Literal;
import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.member.Member;
import jakarta.inject.Singleton;
import java.util.Objects;

/** The plan of Medicare Part D of members who have Original Medicare, as {@code Coverage}. */
@Singleton
public final class DrugCoverageMapping implements ResourceMapping<Member> {
    private static final String SUFFIX = "-drugs";

    /** What the id ends in. */
    static final Literal ID_SUFFIX = Literal.of(SUFFIX);

    @Override
    public String kind() {
        return "members";
    }

    @Override
    public ResourceType type() {
        return ResourceType.COVERAGE;
    }

    @Override
    public String suffix() {
        return SUFFIX;
    }

    @Override
    public boolean usual() {
        return false;
    }

    @Override
    public boolean writesAll() {
        return false;
    }

    @Override
    public boolean writes(Member member) {
        return member.drugPlan() != null;
    }

    @Override
    public void write(Member member, Population population, ResourceWriter writer) {
        CoverageWriter.write(
                member, Objects.requireNonNull(member.drugPlan()), ID_SUFFIX, population, writer);
    }
}
