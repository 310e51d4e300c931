package io.github.clinicaldata.record.diagnosticreport;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.Readers;
import io.github.clinicaldata.record.RecordId;
import io.github.clinicaldata.record.RecordReader;
import io.github.clinicaldata.record.code.PanelKind;
import io.github.clinicaldata.record.filter.Filters;
import io.github.clinicaldata.record.health.BlockHealth;
import io.github.clinicaldata.record.health.HealthReader;
import io.github.clinicaldata.record.health.Visit;
import io.github.clinicaldata.record.person.Sex;
import io.github.clinicaldata.record.provider.EntityType;
import io.github.clinicaldata.record.world.EventSpace;
import io.github.clinicaldata.record.world.KindCodes;
import io.github.clinicaldata.record.world.PlanYears;
import io.github.clinicaldata.support.Findings;
import io.github.clinicaldata.support.Sweep;
import io.github.clinicaldata.support.World;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold within each of 400,000 reports, on the epoch and later. */
class DiagnosticReportRulesTest {
    private static final int COUNT = 200_000;
    private static final Set<String> REPORTERS =
            Set.of("hospital", "laboratory", "imaging_center", "urgent_care");

    /** Primary care organizations, where the neighbourhood has nobody of the type. */
    private static final Set<String> STAND_INS =
            Set.of("clinic", "health_center", "rural_health_clinic");

    private static final Findings FINDINGS = new Findings();
    private static final int[] BY_STATUS = new int[ReportStatus.values().length];
    private static final EventSpace.Slot SLOT = new EventSpace.Slot();
    private static int orderedByOthers;
    private static int reportedByOthers;

    @BeforeAll
    static void readReports() {
        read(World.POPULATION);
        read(
                new Population(
                        7,
                        LocalDate.of(2024, 7, 1),
                        LocalDate.of(2026, 2, 14),
                        World.POPULATION.knobs()));
    }

    private static void read(Population population) {
        RecordReader<DiagnosticReport> reader =
                World.DIAGNOSTIC_REPORTS.generator().open(population);
        HealthReader health = new HealthReader(new Readers(population));
        int known = health.years().known();
        LocalDate before = LocalDate.MIN;
        int year = -1;
        for (long index = 0; index < COUNT; index++) {
            DiagnosticReport report = reader.read(index);
            BlockHealth.REPORTS.locate(index, known, SLOT);
            if (report == null) {
                FINDINGS.expect(
                        "only days after asOf have no report",
                        SLOT.year() >= PlanYears.CURRENT,
                        index);
                continue;
            }
            LocalDate day = report.collected().toLocalDate();
            FINDINGS.expect(
                    "those of a block's year are in the order of their days",
                    SLOT.year() != year || !day.isBefore(before),
                    report);
            year = SLOT.year();
            before = day;
            look(report, population.asOf());
            lookAtVisit(report, health);
            BY_STATUS[report.status().ordinal()]++;
        }
    }

    private static void look(DiagnosticReport report, LocalDate asOf) {
        lookAtTimes(report, asOf);
        lookAtStatus(report);
        int age = Filters.years(report.member().birthDate(), report.collected().toLocalDate());
        String panel = report.panel().toString();
        if (panel.equals("pregnancy-test")) {
            FINDINGS.expect(
                    "pregnancy tests are for women of 12 to 50",
                    report.member().sex() == Sex.FEMALE && age >= 12 && age <= 50,
                    report);
        }
        if (Set.of("pap-hpv", "mammogram", "obstetric-ultrasound", "prenatal").contains(panel)) {
            FINDINGS.expect("for women", report.member().sex() == Sex.FEMALE, report);
        }
        if (panel.equals("psa")) {
            FINDINGS.expect("for men", report.member().sex() == Sex.MALE, report);
        }
        if (panel.startsWith("newborn")) {
            FINDINGS.expect("for newborns", age == 0, report);
        }
        PanelKind kind = report.panel().kind();
        FINDINGS.expect(
                "specimens are what laboratories and pathologists have",
                (report.panel().specimen() != null)
                        == (kind == PanelKind.LABORATORY || kind == PanelKind.PATHOLOGY),
                report);
        orderedByOthers += report.orderer().type().entityType() == EntityType.INDIVIDUAL ? 0 : 1;
        String performer = report.performer().type().type().toString();
        if (kind == PanelKind.IMAGING || kind == PanelKind.PATHOLOGY) {
            FINDINGS.expect(
                    "laboratories, hospitals and imaging centers report, or what stands in",
                    REPORTERS.contains(performer) || STAND_INS.contains(performer),
                    report);
            reportedByOthers += REPORTERS.contains(performer) ? 0 : 1;
        }
    }

    private static void lookAtTimes(DiagnosticReport report, LocalDate asOf) {
        @Nullable OffsetDateTime last = report.collected();
        FINDINGS.expect(
                "nobody is examined before birth",
                !report.collected().toLocalDate().isBefore(report.member().birthDate()),
                report);
        for (@Nullable OffsetDateTime next :
                new @Nullable OffsetDateTime[] {
                    report.received(), report.issued(), report.corrected()
                }) {
            if (next != null) {
                FINDINGS.expect(
                        "collected, received, issued, corrected",
                        last != null && next.isAfter(last),
                        report);
                FINDINGS.expect(
                        "nothing is known of after asOf",
                        !next.toLocalDate().isAfter(asOf),
                        report);
            }
            last = next == null ? last : next;
        }
        FINDINGS.expect(
                "nothing is known of after asOf",
                !report.collected().toLocalDate().isAfter(asOf),
                report);
    }

    private static void lookAtStatus(DiagnosticReport report) {
        ReportStatus status = report.status();
        FINDINGS.expect(
                "complete reports are issued",
                status.isComplete() == (report.issued() != null),
                report);
        FINDINGS.expect(
                "corrected reports say when",
                (status == ReportStatus.CORRECTED) == (report.corrected() != null),
                report);
        boolean says = !report.results().isEmpty() || report.conclusion() != null;
        if (status.isComplete()) {
            FINDINGS.expect("complete reports say something", says, report);
        } else if (status == ReportStatus.REGISTERED) {
            FINDINGS.expect("registered reports say nothing", !says, report);
        } else {
            FINDINGS.expect(
                    "preliminary reports have some results",
                    says && report.received() != null && report.conclusion() == null,
                    report);
        }
    }

    private static void lookAtVisit(DiagnosticReport report, HealthReader health) {
        RecordId.Content encounter = report.encounter().content().orElseThrow();
        BlockHealth block = health.at(SLOT.block());
        long number =
                encounter.index() - BlockHealth.VISITS.numberInId(SLOT.block(), SLOT.year(), 0);
        List<Visit> visits = block.visits(SLOT.year());
        boolean exists =
                encounter.kindCode() == KindCodes.ENCOUNTERS
                        && number >= 0
                        && number < visits.size();
        FINDINGS.expect("the encounter is one of the block's year", exists, report);
        if (exists) {
            Visit visit = visits.get((int) number);
            FINDINGS.expect(
                    "the encounter is the member's, on the day, for the reason",
                    block.block().member(visit.member()).equals(report.member())
                            && LocalDate.ofEpochDay(visit.day())
                                    .equals(report.collected().toLocalDate())
                            && visit.diagnosis().equals(report.reason()),
                    report);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "only days after asOf have no report",
                "those of a block's year are in the order of their days",
                "pregnancy tests are for women of 12 to 50",
                "for women",
                "for men",
                "for newborns",
                "specimens are what laboratories and pathologists have",
                "laboratories, hospitals and imaging centers report, or what stands in",
                "nobody is examined before birth",
                "collected, received, issued, corrected",
                "nothing is known of after asOf",
                "complete reports are issued",
                "corrected reports say when",
                "complete reports say something",
                "registered reports say nothing",
                "preliminary reports have some results",
                "the encounter is one of the block's year",
                "the encounter is the member's, on the day, for the reason"
            })
    void holds(String rule) {
        FINDINGS.assertHolds(rule);
    }

    @Test
    void mostReportsAreFinal_andEachStatusComes() {
        int all = 0;
        for (int count : BY_STATUS) {
            assertThat(count).isPositive();
            all += count;
        }
        assertThat(BY_STATUS[ReportStatus.FINAL.ordinal()]).isGreaterThan(all * 95 / 100);
        assertThat(BY_STATUS[ReportStatus.CORRECTED.ordinal()]).isBetween(all / 100, all * 2 / 100);
    }

    @Test
    void practitionersOrder_andFewReportsAreOfStandIns() {
        assertThat(orderedByOthers).isLessThan(2 * COUNT * 2 / 1_000);
        assertThat(reportedByOthers).isLessThan(2 * COUNT * 2 / 1_000);
    }

    @Test
    void numbersOfOrdersAndAccessions_comeOnce() {
        long[] orders = new long[Sweep.MILLION];
        long[] accessions = new long[Sweep.MILLION];
        RecordReader<DiagnosticReport> reader =
                World.DIAGNOSTIC_REPORTS.generator().open(World.POPULATION);
        for (int i = 0; i < orders.length; i++) {
            DiagnosticReport report = reader.present(i);
            orders[i] = report.orderNumber();
            accessions[i] = report.accession();
        }
        assertThat(Sweep.repeats(orders)).isZero();
        assertThat(Sweep.repeats(accessions)).isZero();
    }
}
