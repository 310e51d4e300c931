package io.github.clinicaldata.record.enrollment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.coverage.Coverage;
import io.github.clinicaldata.record.coverage.CoverageType;
import io.github.clinicaldata.record.member.Member;
import io.github.clinicaldata.record.member.Relationship;
import io.github.clinicaldata.record.world.MemberBlock;
import io.github.clinicaldata.record.world.PlanYears;
import io.github.clinicaldata.support.Findings;
import io.github.clinicaldata.support.World;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What must hold between the enrollments of a coverage, of a policy and of a block: a million of
 * them at the epoch, and some later.
 */
class EnrollmentHistoryTest {
    private static final List<String> RULES =
            List.of(
                    "every slot of the past years is filled",
                    "each coverage has exactly one addition",
                    "an ended coverage has one termination once its file has come, and no other",
                    "an addition stands in the year of its file",
                    "an enrollment stands in the year of its file",
                    "a block's enrollments of a year are in the order of their files",
                    "nothing is sent about a coverage before its addition",
                    "a plan year begins with a renewal or a change of plan, not with both",
                    "a coverage is continued once at most, and stays so",
                    "all of a policy have the same group, sponsor, payer and hire date",
                    "all of a policy begin for one reason, but for newborns",
                    "those who begin together are sent together, but for newborns",
                    "the level is who is on the policy by then");
    private static final Findings FINDINGS = new Findings();

    @BeforeAll
    static void readBlocks() {
        sweep(World.POPULATION, 4_930);
        sweep(
                new Population(7, World.EPOCH, World.EPOCH.plusDays(200), World.POPULATION.knobs()),
                1_000);
        sweep(
                new Population(
                        8, World.EPOCH, Population.lastAsOf(World.EPOCH), World.POPULATION.knobs()),
                500);
    }

    private static void sweep(Population population, int blocks) {
        PlanYears years = new PlanYears(population);
        EnrollmentSweep.over(
                population,
                blocks,
                block -> {
                    slots(block, years);
                    Map<String, List<Enrollment>> byCoverage = new TreeMap<>();
                    Map<String, List<Enrollment>> byPolicy = new TreeMap<>();
                    for (Enrollment each : block.enrollments()) {
                        byCoverage
                                .computeIfAbsent(
                                        key(each.member(), each.coverage()),
                                        any -> new ArrayList<>())
                                .add(each);
                        byPolicy.computeIfAbsent(
                                        key(each.subscriber(), each.coverage()),
                                        any -> new ArrayList<>())
                                .add(each);
                    }
                    for (int i = 0; i < MemberBlock.SIZE; i++) {
                        Member member = block.members().member(i);
                        if (member.coverage() != null) {
                            ends(member, member.coverage(), byCoverage, population);
                        }
                        if (member.secondary() != null) {
                            ends(member, member.secondary(), byCoverage, population);
                        }
                    }
                    byCoverage.values().forEach(EnrollmentHistoryTest::history);
                    byPolicy.values().forEach(policy -> policy(policy, block.members()));
                });
    }

    private static String key(Member member, Coverage coverage) {
        return member.id() + " " + coverage.type().code();
    }

    private static void slots(EnrollmentSweep.Block block, PlanYears years) {
        int past = 0;
        for (int i = 0; i < block.enrollments().size(); i++) {
            Enrollment enrollment = block.enrollments().get(i);
            int year = block.years().get(i);
            past += year < PlanYears.CURRENT ? 1 : 0;
            int file = (int) enrollment.fileDate().toEpochDay();
            boolean newborn =
                    file == years.firstDay(PlanYears.CURRENT)
                            && year == PlanYears.CURRENT - 1
                            && enrollment.member().birthDate().equals(enrollment.fileDate());
            boolean within =
                    (year == PlanYears.BEFORE || file > years.firstDay(year))
                            && file <= years.lastDay(year);
            FINDINGS.expect(
                    enrollment.type() == MaintenanceType.ADDITION
                            ? "an addition stands in the year of its file"
                            : "an enrollment stands in the year of its file",
                    within || newborn,
                    enrollment);
            if (i > 0 && block.years().get(i - 1) == year) {
                FINDINGS.expect(
                        "a block's enrollments of a year are in the order of their files",
                        !block.enrollments().get(i - 1).fileDate().isAfter(enrollment.fileDate()),
                        enrollment);
            }
        }
        FINDINGS.expect(
                "every slot of the past years is filled",
                past == EnrollmentDraw.SPACE.block(World.POPULATION),
                block.members().number());
    }

    private static void ends(
            Member member,
            Coverage coverage,
            Map<String, List<Enrollment>> byCoverage,
            Population population) {
        List<Enrollment> own = byCoverage.getOrDefault(key(member, coverage), List.of());
        FINDINGS.expect(
                "each coverage has exactly one addition",
                count(own, MaintenanceType.ADDITION) == 1,
                member);
        LocalDate end = coverage.terminationDate();
        long ends = count(own, MaintenanceType.TERMINATION);
        boolean told = end != null && end.plusDays(21).isBefore(population.asOf());
        FINDINGS.expect(
                "an ended coverage has one termination once its file has come, and no other",
                end == null ? ends == 0 : told ? ends == 1 : ends <= 1,
                member);
    }

    private static long count(List<Enrollment> enrollments, MaintenanceType type) {
        return enrollments.stream().filter(each -> each.type() == type).count();
    }

    private static void history(List<Enrollment> ofCoverage) {
        LocalDate added =
                ofCoverage.stream()
                        .filter(each -> each.type() == MaintenanceType.ADDITION)
                        .map(Enrollment::fileDate)
                        .findFirst()
                        .orElse(LocalDate.MAX);
        int continued = 0;
        LocalDate since = LocalDate.MAX;
        List<LocalDate> starts = new ArrayList<>();
        for (Enrollment each : ofCoverage) {
            FINDINGS.expect(
                    "nothing is sent about a coverage before its addition",
                    each.type() == MaintenanceType.ADDITION || each.fileDate().isAfter(added),
                    each);
            if (each.changed() == ChangedField.BENEFIT_STATUS) {
                continued++;
                since = each.effectiveDate();
            }
            if (each.type() == MaintenanceType.RENEWAL
                    || each.changed() == ChangedField.PLAN
                            && each.effectiveDate().getDayOfYear() == 1
                            && each.reason().is(EnrollmentReasons.PLAN_CHANGE)) {
                starts.add(each.effectiveDate());
            }
        }
        FINDINGS.expect(
                "a plan year begins with a renewal or a change of plan, not with both",
                starts.stream().distinct().count() == starts.size(),
                ofCoverage);
        for (Enrollment each : ofCoverage) {
            boolean later = !each.effectiveDate().isBefore(since);
            FINDINGS.expect(
                    "a coverage is continued once at most, and stays so",
                    continued <= 1
                            && (!later || each.benefitStatus() == BenefitStatus.CONTINUATION),
                    each);
        }
    }

    private static void policy(List<Enrollment> ofPolicy, MemberBlock members) {
        Enrollment first = ofPolicy.get(0);
        for (Enrollment each : ofPolicy) {
            FINDINGS.expect(
                    "all of a policy have the same group, sponsor, payer and hire date",
                    Objects.equals(each.coverage().groupNumber(), first.coverage().groupNumber())
                            && each.sponsor().equals(first.sponsor())
                            && each.coverage().payer().equals(first.coverage().payer())
                            && Objects.equals(each.hireDate(), first.hireDate()),
                    each);
            level(each, members);
        }
        List<Enrollment> additions =
                ofPolicy.stream()
                        .filter(each -> each.type() == MaintenanceType.ADDITION)
                        .filter(each -> !each.reason().is(EnrollmentReasons.BIRTH))
                        .toList();
        for (Enrollment each : additions) {
            FINDINGS.expect(
                    "all of a policy begin for one reason, but for newborns",
                    each.reason().equals(additions.get(0).reason()),
                    each);
            FINDINGS.expect(
                    "those who begin together are sent together, but for newborns",
                    each.fileDate().equals(additions.get(0).fileDate())
                            || each.member().birthDate().plusDays(1).isAfter(first.fileDate())
                            || each.member().birthDate().plusMonths(1).isAfter(each.fileDate()),
                    each);
        }
    }

    private static void level(Enrollment enrollment, MemberBlock members) {
        boolean spouse = false;
        boolean child = false;
        Coverage coverage = enrollment.coverage();
        for (int i = 0; i < MemberBlock.SIZE; i++) {
            Member other = members.member(i);
            boolean on =
                    coverage.type().coversDependents()
                            && other.subscriber().equals(enrollment.subscriber().id())
                            && other.coverage() != null
                            && !other.coverage()
                                    .effectiveDate()
                                    .isAfter(enrollment.effectiveDate());
            spouse |= on && other.relationship() == Relationship.SPOUSE;
            child |= on && other.relationship() == Relationship.CHILD;
        }
        CoverageLevel expected =
                spouse
                        ? child ? CoverageLevel.FAMILY : CoverageLevel.SUBSCRIBER_AND_SPOUSE
                        : child
                                ? CoverageLevel.SUBSCRIBER_AND_CHILDREN
                                : CoverageLevel.SUBSCRIBER_ONLY;
        FINDINGS.expect(
                "the level is who is on the policy by then",
                enrollment.level() == expected
                        && (coverage.type() != CoverageType.MEDICARE
                                || expected == CoverageLevel.SUBSCRIBER_ONLY),
                enrollment);
    }

    static List<String> rules() {
        return RULES;
    }

    @ParameterizedTest
    @MethodSource("rules")
    void always(String rule) {
        FINDINGS.assertHolds(rule);
    }

    @Test
    void everyRuleOfThePass_isAsserted() {
        assertThat(FINDINGS.rules()).containsExactlyInAnyOrderElementsOf(RULES);
    }
}
