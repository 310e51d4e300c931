package io.github.clinicaldata.record.enrollment;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.clinicaldata.record.coverage.Coverage;
import io.github.clinicaldata.record.coverage.CoverageType;
import io.github.clinicaldata.record.member.Relationship;
import io.github.clinicaldata.record.world.MemberBlock;
import io.github.clinicaldata.record.world.MemberBlocks;
import io.github.clinicaldata.record.world.PlanYears;
import io.github.clinicaldata.support.Sweep;
import io.github.clinicaldata.support.Tables;
import io.github.clinicaldata.support.Tally;
import io.github.clinicaldata.support.World;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How often each kind of enrollment and each reason comes. */
class EnrollmentMixTest {
    /** What does not come by weight alone: the rules of the file's header. */
    private static final Set<String> BY_RULE =
            Set.of("birth", "marriage", "retired", "continuation", "plan-change");

    private static final Tally TALLY = new Tally();

    @BeforeAll
    static void readAMillion() {
        Sweep.over(
                World.ENROLLMENTS,
                World.POPULATION,
                Sweep.MILLION,
                enrollment -> {
                    String reason = enrollment.reason().key().toString();
                    if (enrollment.member().relationship() == Relationship.SELF
                            && !BY_RULE.contains(reason)
                            && enrollment.benefitStatus() == BenefitStatus.ACTIVE) {
                        TALLY.add(
                                enrollment.type().code() + " " + enrollment.coverage().type(),
                                reason);
                    }
                    if (enrollment.processedDate() != null
                            && (enrollment.type() == MaintenanceType.CHANGE
                                    || enrollment.type() == MaintenanceType.RENEWAL)) {
                        TALLY.add("sent back", enrollment.status().code());
                    }
                });
    }

    private static Map<String, Double> weights(CoverageType coverage, MaintenanceType type) {
        return Tables.weights(
                "codes/enrollment-reasons.csv",
                row -> is(row, coverage, type) && !BY_RULE.contains(row.getField("reason_key")),
                "reason_key",
                "weight");
    }

    private static boolean is(NamedCsvRecord row, CoverageType coverage, MaintenanceType type) {
        return row.getField("coverage").equals(coverage.code().toString())
                && row.getField("type_key").equals(type.code().toString());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNINSURED")
    void reasons_followTheWeightsOfTheCoverage(CoverageType coverage) {
        for (MaintenanceType type :
                Set.of(
                        MaintenanceType.ADDITION,
                        MaintenanceType.CHANGE,
                        MaintenanceType.TERMINATION)) {
            TALLY.assertNear(type.code() + " " + coverage, weights(coverage, type), 0.06);
        }
    }

    /** Counts the plan years 2024 and 2025 of a thousand blocks. */
    @Test
    void renewalsAndChanges_areNearlyAsManyAsTheyShouldBe() {
        double[] counts = new double[4];
        EnrollmentSweep.over(
                World.POPULATION,
                1_000,
                block -> {
                    for (int i = 0; i < MemberBlock.SIZE; i++) {
                        Coverage coverage = block.members().member(i).coverage();
                        if (coverage != null) {
                            counts[0] += renewable(coverage);
                            counts[1] += yearsOf(coverage);
                        }
                    }
                    for (Enrollment each : block.enrollments()) {
                        int year = each.effectiveDate().getYear();
                        boolean atStart = each.effectiveDate().getDayOfYear() == 1;
                        boolean openEnrollment =
                                each.changed() == ChangedField.PLAN
                                        && each.coverage().type().coversDependents()
                                        && atStart;
                        if (year == 2024 || year == 2025) {
                            counts[2] +=
                                    each.type() == MaintenanceType.RENEWAL || openEnrollment
                                            ? 1
                                            : 0;
                            counts[3] +=
                                    each.type() == MaintenanceType.CHANGE && !openEnrollment
                                            ? 1
                                            : 0;
                        }
                    }
                });
        assertThat(counts[2] / counts[0]).as("share of renewals").isBetween(0.85, 1.0);
        assertThat(counts[3] / counts[1]).as("changes a year of coverage").isBetween(0.26, 0.38);
    }

    private static int renewable(Coverage coverage) {
        int renewable = 0;
        for (int year = 2024; year <= 2025; year++) {
            LocalDate start = LocalDate.of(year, 1, 1);
            LocalDate end = coverage.terminationDate();
            renewable +=
                    coverage.type().coversDependents()
                                    && coverage.effectiveDate().isBefore(start)
                                    && (end == null || !end.isBefore(start))
                            ? 1
                            : 0;
        }
        return renewable;
    }

    private static double yearsOf(Coverage coverage) {
        LocalDate first = LocalDate.of(2024, 1, 1);
        LocalDate from =
                coverage.effectiveDate().isBefore(first) ? first : coverage.effectiveDate();
        LocalDate end = coverage.terminationDate();
        return Math.max(0, ChronoUnit.DAYS.between(from, end == null ? World.EPOCH : end)) / 365.0;
    }

    @Test
    void aFortieth_isSentBack() {
        TALLY.assertNear("sent back", Map.of("processed", 0.975, "rejected", 0.025), 0.002);
    }

    @Test
    void slots_areAsManyAsTheEnrollmentsThatAreExpected() {
        int blocks = 2_000;
        MemberBlocks members = new MemberBlocks(World.POPULATION);
        EnrollmentDraw draw = new EnrollmentDraw(World.POPULATION, new PlanYears(World.POPULATION));
        double[] expected = new double[PlanYears.COUNT];
        for (long number = 0; number < blocks; number++) {
            EnrollmentBlock block = draw.draw(members.at(number));
            for (int year = 0; year < PlanYears.COUNT; year++) {
                expected[year] += draw.expected(block, year) / blocks;
            }
        }
        for (int year = 0; year < PlanYears.COUNT; year++) {
            assertThat(expected[year])
                    .as("year %d", year)
                    .isCloseTo(EnrollmentDraw.SPACE.slots(year), Percentage.withPercentage(7));
        }
    }

    /** Terminations from the epoch on can't take slots of other years; there is always room. */
    @Test
    void whatHasToBeThere_fitsIntoTheSlots() {
        MemberBlocks members = new MemberBlocks(World.POPULATION);
        PlanYears years = new PlanYears(World.POPULATION);
        EnrollmentDraw draw = new EnrollmentDraw(World.POPULATION, years);
        for (long number = 0; number < 20_000; number++) {
            EnrollmentBlock block = draw.draw(members.at(number));
            int[] ends = new int[PlanYears.COUNT + 1];
            for (Cover cover : block.covers()) {
                ends[years.yearOf(cover.endedOn())]++;
                ends[years.yearOf(cover.continuedOn())]++;
            }
            for (int year = PlanYears.CURRENT; year < PlanYears.COUNT; year++) {
                assertThat(ends[year]).isLessThan(EnrollmentDraw.SPACE.slots(year));
            }
        }
    }
}
