package io.github.clinicaldata.record.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.coverage.Coverage;
import io.github.clinicaldata.record.coverage.CoverageStatus;
import io.github.clinicaldata.record.coverage.CoverageType;
import io.github.clinicaldata.record.coverage.Payers;
import io.github.clinicaldata.record.filter.Filters;
import io.github.clinicaldata.support.Findings;
import io.github.clinicaldata.support.Sweep;
import io.github.clinicaldata.support.World;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Coverage of 200,000 members: its dates and its parts. */
class MemberCoverageTest {
    private static final int COUNT = 200_000;
    private static final Findings FINDINGS = new Findings();

    @BeforeAll
    static void readMembers() {
        Sweep.over(
                World.MEMBERS, World.POPULATION, COUNT, member -> rules(member, World.POPULATION));
        Population later =
                new Population(7, World.EPOCH, World.EPOCH.plusDays(200), World.POPULATION.knobs());
        Sweep.over(World.MEMBERS, later, 100_000, member -> rules(member, later));
    }

    private static void rules(Member member, Population population) {
        Coverage coverage = member.coverage();
        FINDINGS.expect(
                "the covered have a primary care provider, and only they",
                (coverage == null) == (member.primaryCare() == null),
                member);
        if (coverage != null) {
            dates(coverage, member, population);
            parts(coverage, member);
        }
        Coverage plan = member.drugPlan();
        FINDINGS.expect(
                "a plan of drugs stands beside Original Medicare alone",
                plan == null || coverage != null && coverage.needsDrugPlan(),
                member);
        if (plan != null) {
            dates(plan, member, population);
        }
        Coverage secondary = member.secondary();
        if (secondary != null && coverage != null) {
            dates(secondary, member, population);
            FINDINGS.expect(
                    "a second coverage is Medicaid beside Medicare",
                    coverage.type() == CoverageType.MEDICARE
                            && secondary.type() == CoverageType.MEDICAID,
                    member);
        }
    }

    private static void dates(Coverage coverage, Member member, Population population) {
        LocalDate from = coverage.effectiveDate();
        LocalDate end = coverage.terminationDate();
        FINDINGS.expect(
                "coverage begins between birth and as_of",
                !from.isBefore(member.birthDate()) && !from.isAfter(population.asOf()),
                member);
        FINDINGS.expect(
                "coverage ends after it began and not after as_of",
                end == null || !end.isBefore(from) && !end.isAfter(population.asOf()),
                member);
        FINDINGS.expect(
                "terminated is what ended before as_of",
                (coverage.status() == CoverageStatus.TERMINATED)
                        == (end != null && end.isBefore(population.asOf())),
                member);
    }

    private static void parts(Coverage coverage, Member member) {
        FINDINGS.expect(
                "a metal level is what exchange plans have",
                (coverage.type() == CoverageType.EXCHANGE) == (coverage.metalLevel() != null),
                member);
        FINDINGS.expect(
                "a group is what employer plans have",
                (coverage.type() == CoverageType.EMPLOYER) == (coverage.groupName() != null)
                        && (coverage.groupName() == null) == (coverage.groupNumber() == null),
                member);
        FINDINGS.expect(
                "the payer is active in the state",
                Payers.standard()
                        .inState(member.address().place().state())
                        .contains(coverage.payer()),
                member);
        FINDINGS.expect(
                "special needs plans are for those with Medicaid too",
                !coverage.product().toString().equals("MA-SNP") || member.secondary() != null,
                member);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the covered have a primary care provider, and only they",
                "a second coverage is Medicaid beside Medicare",
                "coverage begins between birth and as_of",
                "coverage ends after it began and not after as_of",
                "terminated is what ended before as_of",
                "a metal level is what exchange plans have",
                "a group is what employer plans have",
                "the payer is active in the state",
                "special needs plans are for those with Medicaid too",
                "a plan of drugs stands beside Original Medicare alone"
            })
    void always(String rule) {
        FINDINGS.assertHolds(rule);
    }

    @Test
    void everyRuleOfThePass_isAsserted() {
        assertThat(FINDINGS.rules()).hasSize(10);
    }

    @Test
    void ages_areCountedInWholeYears() {
        assertThat(Filters.years(LocalDate.of(2000, 2, 29), LocalDate.of(2026, 2, 28)))
                .isEqualTo(25);
        assertThat(Filters.years(LocalDate.of(2000, 2, 29), LocalDate.of(2026, 3, 1)))
                .isEqualTo(26);
        assertThat(Filters.years(LocalDate.of(2000, 1, 1), LocalDate.of(2000, 1, 1))).isZero();
    }

    @Test
    void aFifthOfThoseWithOriginalMedicareAlone_haveNoPlanOfDrugs() {
        int[] counts = new int[3];
        Sweep.over(
                World.MEMBERS,
                World.POPULATION,
                100_000,
                member -> {
                    Coverage coverage = member.coverage();
                    if (coverage != null && coverage.needsDrugPlan()) {
                        boolean dual = member.secondary() != null;
                        counts[0] += dual ? 0 : 1;
                        counts[1] += dual || member.drugPlan() != null ? 0 : 1;
                        counts[2] += dual && member.drugPlan() == null ? 1 : 0;
                    }
                });
        assertThat(counts[1] / (double) counts[0]).isCloseTo(0.2, within(0.02));
        assertThat(counts[2]).isZero();
    }
}
