package io.github.clinicaldata.format.fhir;

import io.github.clinicaldata.format.Literal;
import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.coverage.Coverage;
import io.github.clinicaldata.record.coverage.CoverageType;
import io.github.clinicaldata.record.filter.Filters;
import io.github.clinicaldata.record.member.Member;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One of a member's coverages, where there is one, as {@code Coverage}. */
abstract class MemberCoverageMapping implements ResourceMapping<Member> {
    private final String suffix;
    private final Literal idSuffix;
    private final Function<Member, @Nullable Coverage> coverage;

    /**
     * A mapping.
     *
     * @param suffix what the id ends in; empty for the main coverage
     * @param coverage which one it is
     */
    MemberCoverageMapping(String suffix, Function<Member, @Nullable Coverage> coverage) {
        this.suffix = suffix;
        this.coverage = coverage;
        idSuffix = Literal.of(suffix);
    }

    @Override
    public final String kind() {
        return "members";
    }

    @Override
    public final ResourceType type() {
        return ResourceType.COVERAGE;
    }

    @Override
    public final String suffix() {
        return suffix;
    }

    @Override
    public final boolean usual() {
        return false;
    }

    @Override
    public final boolean writesAll() {
        return false;
    }

    @Override
    public final boolean writes(Member member) {
        return coverage.apply(member) != null;
    }

    @Override
    public final Map<String, List<String>> needs() {
        return Map.of(
                "coverage",
                Filters.codes(
                        CoverageType.EMPLOYER,
                        CoverageType.EXCHANGE,
                        CoverageType.MEDICAID,
                        CoverageType.MEDICARE));
    }

    @Override
    public final void write(Member member, Population population, ResourceWriter writer) {
        CoverageWriter.write(
                member,
                Objects.requireNonNull(coverage.apply(member)),
                idSuffix,
                population,
                writer);
    }
}
