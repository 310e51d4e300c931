package io.github.clinicaldata.format.fhir;

import io.github.clinicaldata.format.Literal;
import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.member.Member;
import jakarta.inject.Singleton;
import java.util.Objects;

/** The main coverage of members who are insured, as {@code Coverage}. */
@Singleton
public final class CoverageMapping implements ResourceMapping<Member> {
    @Override
    public String kind() {
        return "members";
    }

    @Override
    public ResourceType type() {
        return ResourceType.COVERAGE;
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
        return member.coverage() != null;
    }

    @Override
    public void write(Member member, Population population, ResourceWriter writer) {
        CoverageWriter.write(
                member,
                Objects.requireNonNull(member.coverage()),
                Literal.EMPTY,
                population,
                writer);
    }
}
