package io.github.clinicaldata.record.enrollment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.coverage.Coverage;
import io.github.clinicaldata.record.coverage.CoverageType;
import io.github.clinicaldata.record.filter.Filters;
import io.github.clinicaldata.record.member.MaritalStatus;
import io.github.clinicaldata.record.member.Member;
import io.github.clinicaldata.record.member.Relationship;
import io.github.clinicaldata.support.Findings;
import io.github.clinicaldata.support.World;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold within each of a million enrollments, at the epoch and later. */
class EnrollmentRulesTest {
    private static final List<String> RULES =
            List.of(
                    "an enrollment is about one of the member's coverages",
                    "nothing is sent before birth",
                    "nothing is sent before the subscriber was hired, after turning 16",
                    "a hire date is what employer plans have",
                    "what is there was sent by as_of",
                    "the payer is done within four days, once that is known",
                    "what is sent back says why, and only that",
                    "additions and terminations are never sent back",
                    "an addition is effective with the coverage and sent within 20 days",
                    "a termination is effective on the last day and sent within 20 days after",
                    "everything lies inside the coverage",
                    "changes and reinstatements are sent within 20 days",
                    "a change says of what, and only that",
                    "renewals are of employers and exchanges at the start of a plan year",
                    "reinstatements hold from the first of a month on",
                    "those who join at birth do so for that reason, and only they",
                    "only married subscribers give marriage as a reason, and old ones retirement",
                    "continuation is for employer plans",
                    "the subscriber is the one of the member",
                    "the subscriber indicator is that of the relationship",
                    "the sponsor is the one of the coverage");
    private static final Findings FINDINGS = new Findings();

    @BeforeAll
    static void readEnrollments() {
        sweep(World.POPULATION, 4_930);
        sweep(
                new Population(7, World.EPOCH, World.EPOCH.plusDays(400), World.POPULATION.knobs()),
                500);
        sweep(Population.of(9, LocalDate.of(2025, 7, 15)), 500);
    }

    private static void sweep(Population population, int blocks) {
        EnrollmentSweep.over(
                population,
                blocks,
                block ->
                        block.enrollments()
                                .forEach(
                                        enrollment -> {
                                            sending(enrollment, population);
                                            dates(enrollment, population);
                                            reasons(enrollment);
                                            people(enrollment);
                                        }));
    }

    private static long daysToFile(Enrollment enrollment) {
        return ChronoUnit.DAYS.between(enrollment.effectiveDate(), enrollment.fileDate());
    }

    private static void sending(Enrollment enrollment, Population population) {
        LocalDate file = enrollment.fileDate();
        LocalDate hired = enrollment.hireDate();
        LocalDate processed = enrollment.processedDate();
        FINDINGS.expect(
                "nothing is sent before birth",
                !file.isBefore(enrollment.member().birthDate()),
                enrollment);
        if (hired != null) {
            FINDINGS.expect(
                    "nothing is sent before the subscriber was hired, after turning 16",
                    !file.isBefore(hired)
                            && Filters.years(enrollment.subscriber().birthDate(), hired) >= 16,
                    enrollment);
        }
        FINDINGS.expect(
                "a hire date is what employer plans have",
                (hired != null) == (enrollment.coverage().type() == CoverageType.EMPLOYER),
                enrollment);
        FINDINGS.expect(
                "what is there was sent by as_of", !file.isAfter(population.asOf()), enrollment);
        FINDINGS.expect(
                "the payer is done within four days, once that is known",
                (processed == null) == (enrollment.status() == EnrollmentStatus.RECEIVED)
                        && (processed == null
                                ? file.plusDays(4).isAfter(population.asOf())
                                : !processed.isBefore(file)
                                        && !processed.isAfter(file.plusDays(4))
                                        && !processed.isAfter(population.asOf())),
                enrollment);
        boolean rejected = enrollment.status() == EnrollmentStatus.REJECTED;
        FINDINGS.expect(
                "what is sent back says why, and only that",
                rejected == (enrollment.rejection() != null),
                enrollment);
        FINDINGS.expect(
                "additions and terminations are never sent back",
                !rejected
                        || enrollment.type() != MaintenanceType.ADDITION
                                && enrollment.type() != MaintenanceType.TERMINATION,
                enrollment);
    }

    private static void dates(Enrollment enrollment, Population population) {
        Coverage coverage = enrollment.coverage();
        LocalDate effective = enrollment.effectiveDate();
        FINDINGS.expect(
                "an enrollment is about one of the member's coverages",
                coverage.equals(enrollment.member().coverage())
                        || coverage.equals(enrollment.member().secondary()),
                enrollment);
        FINDINGS.expect(
                "everything lies inside the coverage",
                !effective.isBefore(coverage.effectiveDate())
                        && (coverage.lastDay() == null || !effective.isAfter(coverage.lastDay())),
                enrollment);
        long days = daysToFile(enrollment);
        switch (enrollment.type()) {
            case ADDITION ->
                    FINDINGS.expect(
                            "an addition is effective with the coverage and sent within 20 days",
                            effective.equals(coverage.effectiveDate()) && Math.abs(days) <= 21,
                            enrollment);
            case TERMINATION ->
                    FINDINGS.expect(
                            "a termination is effective on the last day and sent within 20 days"
                                    + " after",
                            effective.equals(coverage.terminationDate()) && days >= 0 && days <= 21,
                            enrollment);
            case RENEWAL ->
                    FINDINGS.expect(
                            "renewals are of employers and exchanges at the start of a plan year",
                            isStart(effective, population.epoch())
                                    && coverage.type().coversDependents()
                                    && Math.abs(days) <= 21,
                            enrollment);
            case CHANGE ->
                    FINDINGS.expect(
                            "changes and reinstatements are sent within 20 days",
                            days >= -31 && days <= 21,
                            enrollment);
            case REINSTATEMENT -> {
                FINDINGS.expect(
                        "changes and reinstatements are sent within 20 days",
                        days >= 0 && days <= 20,
                        enrollment);
                FINDINGS.expect(
                        "reinstatements hold from the first of a month on",
                        effective.getDayOfMonth() == 1,
                        enrollment);
            }
        }
        FINDINGS.expect(
                "a change says of what, and only that",
                (enrollment.type() == MaintenanceType.CHANGE) == (enrollment.changed() != null),
                enrollment);
    }

    private static boolean isStart(LocalDate date, LocalDate epoch) {
        return date.getMonth() == epoch.getMonth() && date.getDayOfMonth() == epoch.getDayOfMonth();
    }

    private static void reasons(Enrollment enrollment) {
        Coverage coverage = enrollment.coverage();
        Member subscriber = enrollment.subscriber();
        if (enrollment.type() == MaintenanceType.ADDITION) {
            FINDINGS.expect(
                    "those who join at birth do so for that reason, and only they",
                    enrollment.reason().is(EnrollmentReasons.BIRTH)
                            == (coverage.effectiveDate().equals(enrollment.member().birthDate())
                                    && coverage.type() != CoverageType.MEDICARE),
                    enrollment);
        }
        FINDINGS.expect(
                "only married subscribers give marriage as a reason, and old ones retirement",
                (!enrollment.reason().is(EnrollmentReasons.MARRIAGE)
                                || subscriber.maritalStatus() == MaritalStatus.MARRIED)
                        && (!enrollment.reason().is(EnrollmentReasons.RETIRED)
                                || Filters.years(subscriber.birthDate(), enrollment.effectiveDate())
                                        >= 55),
                enrollment);
        FINDINGS.expect(
                "continuation is for employer plans",
                enrollment.benefitStatus() == BenefitStatus.ACTIVE
                        || coverage.type() == CoverageType.EMPLOYER,
                enrollment);
    }

    private static void people(Enrollment enrollment) {
        Member member = enrollment.member();
        Member subscriber = enrollment.subscriber();
        FINDINGS.expect(
                "the subscriber is the one of the member",
                subscriber.id().equals(member.subscriber())
                        && subscriber.household().equals(member.household()),
                enrollment);
        FINDINGS.expect(
                "the subscriber indicator is that of the relationship",
                (member.relationship() == Relationship.SELF) == member.id().equals(subscriber.id()),
                enrollment);
        Sponsor sponsor = enrollment.sponsor();
        String state = member.address().place().state().name().toString();
        FINDINGS.expect(
                "the sponsor is the one of the coverage",
                switch (enrollment.coverage().type()) {
                    case EMPLOYER ->
                            sponsor.type() == SponsorType.EMPLOYER
                                    && Objects.equals(
                                            sponsor.name(), enrollment.coverage().groupName());
                    case EXCHANGE ->
                            sponsor.type() == SponsorType.EXCHANGE
                                    && sponsor.name().toString().startsWith(state);
                    case MEDICAID ->
                            sponsor.type() == SponsorType.STATE
                                    && sponsor.name().toString().startsWith(state);
                    case MEDICARE -> sponsor.type() == SponsorType.FEDERAL;
                    case UNINSURED -> false;
                },
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
