package io.github.clinicaldata.record.observation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clinicaldata.plan.Catalog;
import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.RecordRelation;
import io.github.clinicaldata.record.diagnosticreport.DiagnosticReport;
import io.github.clinicaldata.record.encounter.Encounter;
import io.github.clinicaldata.support.World;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The ways between members, encounters, reports, observations and providers lead back. */
class ReportRelationsTest {
    private static final Catalog CATALOG = World.catalog();

    static List<Population> populations() {
        return List.of(
                World.POPULATION,
                new Population(
                        7, World.EPOCH, World.EPOCH.plusDays(500), World.POPULATION.knobs()));
    }

    private static long[] find(Population population, String kind, String relation, long index) {
        RecordRelation found =
                CATALOG.relations(CATALOG.kind(kind).orElseThrow()).stream()
                        .filter(each -> each.name().equals(relation))
                        .findFirst()
                        .orElseThrow();
        return found.finder().find(population, index);
    }

    private static long[] indexes() {
        return LongStream.iterate(3, index -> index + 1_117).limit(60).toArray();
    }

    @ParameterizedTest
    @MethodSource("populations")
    void reports_leadToMemberEncounterAndProviders_andTheseBack(Population population) {
        var reader = World.DIAGNOSTIC_REPORTS.generator().open(population);
        var encounters = World.ENCOUNTERS.generator().open(population);
        var members = World.MEMBERS.generator().open(population);
        var providers = World.PROVIDERS.generator().open(population);
        for (long index : indexes()) {
            DiagnosticReport report = reader.read(index);
            if (report == null) {
                continue;
            }
            long member = only(find(population, "diagnostic-reports", "member", index));
            assertThat(members.present(member)).isEqualTo(report.member());
            assertThat(find(population, "members", "diagnostic-reports", member)).contains(index);
            long visit = only(find(population, "diagnostic-reports", "encounter", index));
            Encounter encounter = encounters.present(visit);
            assertThat(encounter.id()).isEqualTo(report.encounter());
            assertThat(encounter.member()).isEqualTo(report.member());
            assertThat(encounter.practitioner()).isEqualTo(report.orderer());
            assertThat(encounter.start()).isBefore(report.collected());
            assertThat(find(population, "encounters", "diagnostic-reports", visit)).contains(index);
            assertThat(
                            providers.present(
                                    only(find(population, "diagnostic-reports", "orderer", index))))
                    .isEqualTo(report.orderer());
            assertThat(
                            providers.present(
                                    only(
                                            find(
                                                    population,
                                                    "diagnostic-reports",
                                                    "performer",
                                                    index))))
                    .isEqualTo(report.performer());
        }
    }

    @ParameterizedTest
    @MethodSource("populations")
    void observations_leadToMemberEncounterAndReport_andTheseBack(Population population) {
        var reader = World.OBSERVATIONS.generator().open(population);
        var reports = World.DIAGNOSTIC_REPORTS.generator().open(population);
        var encounters = World.ENCOUNTERS.generator().open(population);
        var providers = World.PROVIDERS.generator().open(population);
        for (long index : indexes()) {
            Observation observation = reader.read(index);
            if (observation == null) {
                continue;
            }
            long member = only(find(population, "observations", "member", index));
            assertThat(find(population, "members", "observations", member)).contains(index);
            long visit = only(find(population, "observations", "encounter", index));
            assertThat(encounters.present(visit).id()).isEqualTo(observation.encounter());
            assertThat(find(population, "encounters", "observations", visit)).contains(index);
            assertThat(
                            providers.present(
                                    only(find(population, "observations", "performer", index))))
                    .isEqualTo(observation.performer());
            long[] report = find(population, "observations", "report", index);
            assertThat(report).hasSize(observation.report() == null ? 0 : 1);
            if (report.length == 1) {
                assertThat(reports.present(report[0]).id()).isEqualTo(observation.report());
                assertThat(find(population, "diagnostic-reports", "observations", report[0]))
                        .contains(index);
            }
        }
    }

    private static long only(long[] found) {
        assertThat(found).hasSize(1);
        return found[0];
    }
}
