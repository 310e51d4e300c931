package io.github.clinicaldata.format.hl7v2;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clinicaldata.record.RecordKind;
import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.coverage.Coverage;
import io.github.clinicaldata.record.diagnosticreport.DiagnosticReport;
import io.github.clinicaldata.record.encounter.Encounter;
import io.github.clinicaldata.record.encounter.EncounterClass;
import io.github.clinicaldata.record.health.VisitDiagnosis;
import io.github.clinicaldata.record.measurement.Result;
import io.github.clinicaldata.record.member.Member;
import io.github.clinicaldata.record.person.Identifiers;
import io.github.clinicaldata.record.person.Sex;
import io.github.clinicaldata.record.provider.Provider;
import io.github.clinicaldata.record.vaccine.SeriesDose;
import io.github.clinicaldata.record.vaccine.Vaccine;
import io.github.clinicaldata.record.vaccine.VaccineStatus;
import io.github.clinicaldata.support.Hl7Files;
import io.github.clinicaldata.support.ParsedMessage;
import io.github.clinicaldata.support.World;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What HAPI reads is what the records say, field by field. */
class Hl7RoundTripTest {
    private static final int RECORDS = 1_500;
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyyMMddHHmmssxx");

    private static String text(@Nullable Text value) {
        return value == null ? "" : value.toString();
    }

    private static String moment(@Nullable OffsetDateTime value) {
        return value == null ? "" : value.format(MOMENT);
    }

    private static String day(@Nullable LocalDate value) {
        return value == null ? "" : value.format(DAY);
    }

    private static <R> void each(
            RecordKind<R> kind, String message, BiConsumer<R, ParsedMessage> check) {
        int[] count = new int[1];
        Hl7Files.each(
                kind,
                message,
                World.POPULATION,
                RECORDS,
                (record, written) -> {
                    count[0]++;
                    check.accept(record, ParsedMessage.of(written));
                });
        assertThat(count[0]).isPositive();
    }

    private static void assertPatient(Member member, ParsedMessage message) {
        assertThat(message.get("PID", 3))
                .isEqualTo(Identifiers.MEMBER_ID.format(member.memberNumber()));
        assertThat(message.get("PID", 0, 3, 1, 1, 1))
                .isEqualTo(Identifiers.SSN.format(member.ssn()).replace("-", ""));
        int next = 2;
        if (member.mbi() != null) {
            assertThat(message.get("PID", 0, 3, next++, 1, 1)).isEqualTo(text(member.mbi()));
        }
        if (member.medicaidId() != null) {
            assertThat(message.get("PID", 0, 3, next++, 1, 1)).isEqualTo(text(member.medicaidId()));
        }
        assertThat(message.get("PID", 0, 3, next, 1, 1)).isEmpty();
        assertThat(message.get("PID", 5, 1)).isEqualTo(text(member.lastName()));
        assertThat(message.get("PID", 5, 2)).isEqualTo(text(member.firstName()));
        assertThat(message.get("PID", 5, 3)).isEqualTo(text(member.middleName()));
        assertThat(message.get("PID", 7)).isEqualTo(day(member.birthDate()));
        assertThat(message.get("PID", 8)).isEqualTo(member.sex() == Sex.FEMALE ? "F" : "M");
        assertThat(message.get("PID", 11, 1)).isEqualTo(text(member.address().line1()));
        assertThat(message.get("PID", 11, 2)).isEqualTo(text(member.address().line2()));
        assertThat(message.get("PID", 11, 3)).isEqualTo(text(member.address().place().city()));
        assertThat(message.get("PID", 11, 4))
                .isEqualTo(text(member.address().place().state().code()));
        assertThat(message.get("PID", 11, 5)).isEqualTo(text(member.address().place().zip()));
        assertThat(message.get("PID", 11, 9))
                .isEqualTo(text(member.address().place().countyFips()));
        assertThat(message.get("PID", 13, 6) + message.get("PID", 13, 7))
                .isEqualTo(Long.toString(member.telephone()));
        assertThat(message.get("PID", 0, 13, 1, 4, 1)).isEqualTo(text(member.email()));
        assertThat(message.get("PID", 15)).hasSize(3);
        assertThat(message.get("PID", 16).isEmpty()).isEqualTo(member.maritalStatus() == null);
        assertThat(message.get("PD1", 4))
                .isEqualTo(
                        member.primaryCare() == null
                                ? ""
                                : Long.toString(member.primaryCare().npi()));
    }

    private static void assertGuardian(
            Member member, @Nullable Member guardian, LocalDate day, ParsedMessage message) {
        boolean child = member.birthDate().plusYears(18).isAfter(day);
        assertThat(message.count("NK1")).isEqualTo(guardian != null && child ? 1 : 0);
        if (guardian != null && child) {
            assertThat(message.get("NK1", 2)).isEqualTo(text(guardian.lastName()));
            assertThat(message.get("NK1", 2, 2)).isEqualTo(text(guardian.firstName()));
            assertThat(message.get("NK1", 3))
                    .isEqualTo(guardian.sex() == Sex.FEMALE ? "MTH" : "FTH");
            assertThat(guardian.household()).isEqualTo(member.household());
            assertThat(guardian.birthDate()).isBefore(member.birthDate());
        }
    }

    private static void assertPractitioner(
            Provider provider, String segment, int field, ParsedMessage message) {
        assertThat(message.get(segment, field)).isEqualTo(Long.toString(provider.npi()));
        assertThat(message.get(segment, field, 2)).isEqualTo(text(provider.lastName()));
        assertThat(message.get(segment, field, 3)).isEqualTo(text(provider.firstName()));
    }

    @Test
    void vaccines_comeBack() {
        each(
                World.VACCINES,
                "vxu_v04",
                (vaccine, message) -> {
                    assertPatient(vaccine.member(), message);
                    assertGuardian(vaccine.member(), vaccine.guardian(), vaccine.date(), message);
                    assertThat(message.get("PD1", 17)).isEqualTo(day(vaccine.registrationDate()));
                    assertThat(message.get("ORC", 2)).isEqualTo(vaccine.id().toString());
                    assertThat(message.get("RXA", 5)).isEqualTo(text(vaccine.cvx()));
                    assertThat(message.get("RXA", 5, 2)).isEqualTo(text(vaccine.description()));
                    if (vaccine.status() == VaccineStatus.REFUSED) {
                        assertRefusal(vaccine, message);
                    } else {
                        assertDose(vaccine, Objects.requireNonNull(vaccine.given()), message);
                    }
                });
    }

    private static void assertRefusal(Vaccine vaccine, ParsedMessage message) {
        assertThat(message.get("ORC", 3)).isEqualTo("9999");
        assertThat(message.get("RXA", 3)).isEqualTo(day(vaccine.date()));
        assertThat(message.get("RXA", 6)).isEqualTo("999");
        assertThat(message.get("RXA", 18)).isEqualTo(text(vaccine.reasonCode()));
        assertThat(message.get("RXA", 18, 2)).isEqualTo(text(vaccine.reason()));
        assertThat(message.get("RXA", 20)).isEqualTo("RE");
        assertThat(message.count("RXR") + message.count("OBX")).isZero();
    }

    private static void assertDose(
            Vaccine vaccine, Vaccine.Administration given, ParsedMessage message) {
        assertThat(message.get("ORC", 3)).isEqualTo(vaccine.id().toString());
        assertThat(message.get("RXA", 3)).isEqualTo(moment(given.at()));
        assertThat(message.get("RXA", 4)).isEqualTo(moment(given.at()));
        assertThat(message.get("RXA", 5, 4).replace("-", "")).isEqualTo(text(given.ndc()));
        assertThat(message.get("RXA", 5, 5))
                .isEqualTo(given.ndc() == null ? "" : text(given.product()));
        assertThat(new BigDecimal(message.get("RXA", 6)))
                .isEqualByComparingTo(BigDecimal.valueOf(given.hundredths(), 2));
        assertThat(message.get("RXA", 9)).isEqualTo("00");
        Provider provider = vaccine.provider();
        if (provider.lastName() == null) {
            assertThat(message.get("RXA", 10)).isEmpty();
            assertThat(message.get("RXA", 11, 4)).isEqualTo(Long.toString(provider.npi()));
        } else {
            assertPractitioner(provider, "RXA", 10, message);
            assertPractitioner(provider, "ORC", 12, message);
        }
        assertThat(message.get("RXA", 11, 9)).isEqualTo(text(provider.address().line1()));
        assertThat(message.get("RXA", 11, 13)).isEqualTo(text(provider.address().place().zip()));
        assertThat(message.get("RXA", 15)).isEqualTo(text(given.lotNumber()));
        assertThat(message.get("RXA", 16)).isEqualTo(day(given.expirationDate()));
        assertThat(message.get("RXA", 17)).isEqualTo(text(given.mvx()));
        assertThat(message.get("RXA", 17, 2)).isEqualTo(text(given.manufacturer()));
        assertThat(message.get("RXA", 20)).isEqualTo("CP");
        assertThat(message.get("RXR", 1, 4)).isEqualTo(text(given.route()));
        assertThat(message.get("RXR", 2)).isEqualTo(text(given.site()));
        assertThat(message.get("OBX", 0, 5, 1)).isEqualTo(text(vaccine.fundingCode()));
        assertThat(message.get("OBX", 0, 5, 2)).isEqualTo(text(vaccine.funding()));
        int at = 1;
        for (SeriesDose dose : vaccine.series()) {
            assertThat(message.get("OBX", at, 3, 1)).isEqualTo("30956-7");
            while (!message.get("OBX", at, 3, 1).equals("30973-2")) {
                at++;
            }
            assertThat(message.get("OBX", at++, 5, 1)).isEqualTo(Integer.toString(dose.number()));
            assertThat(message.get("OBX", at++, 5, 1)).isEqualTo(Integer.toString(dose.of()));
        }
        assertThat(message.count("OBX")).isEqualTo(at);
    }

    @Test
    void reports_comeBack() {
        each(
                World.DIAGNOSTIC_REPORTS,
                "oru_r01",
                (report, message) -> {
                    assertPatient(report.member(), message);
                    assertThat(message.get("PV1", 19)).isEqualTo(report.encounter().toString());
                    assertReport(report, message);
                    assertThat(message.count("OBX")).isEqualTo(report.results().size());
                    for (int i = 0; i < report.results().size(); i++) {
                        assertResult(report.results().get(i), i, message);
                    }
                    assertThat(message.count("NTE")).isEqualTo(report.conclusion() == null ? 0 : 1);
                    if (report.conclusion() != null) {
                        assertThat(message.get("NTE", 3)).isEqualTo(text(report.conclusion()));
                    }
                });
    }

    private static void assertReport(DiagnosticReport report, ParsedMessage message) {
        String order = DiagnosticReport.ORDER_NUMBER.format(report.orderNumber());
        String accession = DiagnosticReport.ACCESSION_NUMBER.format(report.accession());
        assertThat(message.get("ORC", 2)).isEqualTo(order).isEqualTo(message.get("OBR", 2));
        assertThat(message.get("ORC", 3)).isEqualTo(accession).isEqualTo(message.get("OBR", 3));
        assertThat(message.get("OBR", 4)).isEqualTo(text(report.panel().loinc()));
        assertThat(message.get("OBR", 4, 2)).isEqualTo(text(report.panel().name()));
        assertThat(message.get("OBR", 7)).isEqualTo(moment(report.collected()));
        assertThat(message.get("OBR", 14)).isEqualTo(moment(report.received()));
        assertPractitioner(report.orderer(), "OBR", 16, message);
        assertThat(message.get("OBR", 25))
                .isEqualTo(
                        switch (report.status()) {
                            case REGISTERED -> report.received() == null ? "O" : "I";
                            case PRELIMINARY -> "P";
                            case FINAL -> "F";
                            case CORRECTED -> "C";
                        });
        assertThat(message.get("OBR", 31)).isEqualTo(text(report.reason().code()));
        assertThat(message.get("OBR", 31, 2)).isEqualTo(text(report.reason().description()));
        if (report.panel().specimen() == null) {
            assertThat(message.count("SPM")).isZero();
        } else {
            assertThat(message.get("SPM", 0, 2, 0, 2, 1)).isEqualTo(accession);
            String local = message.get("SPM", 4, 4);
            assertThat(local.isEmpty() ? message.get("SPM", 4) : local)
                    .isEqualTo(text(report.panel().specimen()));
            assertThat(message.get("SPM", 18)).isEqualTo(moment(report.received()));
        }
    }

    private static void assertResult(Result result, int at, ParsedMessage message) {
        assertThat(message.get("OBX", at, 3, 1)).isEqualTo(text(result.analyte().loinc()));
        assertThat(message.get("OBX", at, 3, 2)).isEqualTo(text(result.analyte().name()));
        String first = message.get("OBX", at, 5, 1);
        String second = message.get("OBX", at, 5, 2);
        switch (message.get("OBX", at, 2, 1)) {
            case "NM" ->
                    assertThat(new BigDecimal(first))
                            .isEqualTo(BigDecimal.valueOf(result.value(), result.decimals()));
            case "SN" -> assertThat(first + second).isEqualTo(text(result.text()));
            case "CE" -> {
                assertThat(first).isEqualTo(text(result.answer()));
                assertThat(second).isEqualTo(text(result.text()));
            }
            default -> assertThat(first).isEqualTo(text(result.text()));
        }
        assertThat(message.get("OBX", at, 6, 1)).isEqualTo(text(result.analyte().unit()));
        assertThat(message.get("OBX", at, 7, 1)).isEqualTo(text(result.reference()));
        assertThat(message.get("OBX", at, 8, 1))
                .isEqualTo(result.flag() == null ? "" : text(result.flag().code()));
        assertThat(message.get("OBX", at, 14, 1)).isEqualTo(moment(result.observed()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"adt_a01", "adt_a03", "adt_a04", "adt_a08"})
    void encounters_comeBack(String name) {
        boolean end = name.equals("adt_a03") || name.equals("adt_a08");
        each(
                World.ENCOUNTERS,
                name,
                (encounter, message) -> {
                    LocalDate day = encounter.start().toLocalDate();
                    assertPatient(encounter.member(), message);
                    assertGuardian(encounter.member(), encounter.guardian(), day, message);
                    assertThat(message.get("PID", 18)).isEqualTo(encounter.id().toString());
                    assertVisit(encounter, end, message);
                    int diagnoses = end ? encounter.diagnoses().size() : 1;
                    assertThat(message.count("DG1")).isEqualTo(diagnoses);
                    for (int i = 0; i < diagnoses; i++) {
                        VisitDiagnosis diagnosis = encounter.diagnoses().get(i);
                        assertThat(message.get("DG1", i, 3, 1))
                                .isEqualTo(text(diagnosis.diagnosis().code()));
                        assertThat(message.get("DG1", i, 3, 2))
                                .isEqualTo(text(diagnosis.diagnosis().description()));
                    }
                });
    }

    private static void assertVisit(Encounter encounter, boolean end, ParsedMessage message) {
        EncounterClass type = encounter.type();
        assertThat(message.get("PV1", 2))
                .isEqualTo(
                        type == EncounterClass.INPATIENT || type == EncounterClass.SKILLED_NURSING
                                ? "I"
                                : type == EncounterClass.EMERGENCY ? "E" : "O");
        assertThat(message.get("PV1", 3, 4)).isEqualTo(Long.toString(encounter.facility().npi()));
        assertPractitioner(encounter.practitioner(), "PV1", 7, message);
        assertThat(message.get("PV1", 18)).isEqualTo(text(encounter.setting().code()));
        assertThat(message.get("PV1", 19)).isEqualTo(encounter.id().toString());
        assertThat(message.get("PV1", 44)).isEqualTo(moment(encounter.start()));
        assertThat(message.get("PV1", 45)).isEqualTo(end ? moment(encounter.end()) : "");
        assertThat(message.get("PV2", 3, 2)).isEqualTo(text(encounter.visit().rule().what()));
    }

    @Test
    void members_comeBack() {
        each(
                World.MEMBERS,
                "adt_a08",
                (member, message) -> {
                    assertPatient(member, message);
                    int coverages = 0;
                    if (member.coverage() != null) {
                        assertCoverage(member.coverage(), coverages++, message);
                    }
                    if (member.secondary() != null) {
                        assertCoverage(member.secondary(), coverages++, message);
                    }
                    assertThat(message.count("IN1")).isEqualTo(coverages);
                });
    }

    private static void assertCoverage(Coverage coverage, int at, ParsedMessage message) {
        assertThat(message.get("IN1", at, 2, 1)).isEqualTo(text(coverage.product()));
        assertThat(message.get("IN1", at, 3, 1)).isEqualTo(text(coverage.payer().id()));
        assertThat(message.get("IN1", at, 4, 1)).isEqualTo(text(coverage.payer().name()));
        assertThat(message.get("IN1", at, 8, 1)).isEqualTo(text(coverage.groupNumber()));
        assertThat(message.get("IN1", at, 9, 1)).isEqualTo(text(coverage.groupName()));
        assertThat(message.get("IN1", at, 12, 1)).isEqualTo(day(coverage.effectiveDate()));
        assertThat(message.get("IN1", at, 13, 1)).isEqualTo(day(coverage.terminationDate()));
        assertThat(message.get("IN1", at, 15, 1)).isEqualTo(text(coverage.type().code()));
        assertThat(message.get("IN1", at, 36, 1)).isNotEmpty();
    }

    @Test
    void theSendingOrganization_isInMessagesOfTheGuideOfCdcAlone() {
        each(
                World.VACCINES,
                "vxu_v04",
                (vaccine, message) -> {
                    assertThat(message.get("MSH", 21)).isEqualTo("Z22");
                    assertThat(message.get("MSH", 22)).isNotEmpty();
                });
        each(
                World.DIAGNOSTIC_REPORTS,
                "oru_r01",
                (report, message) -> assertThat(message.get("MSH", 22)).isEmpty());
        each(
                World.ENCOUNTERS,
                "adt_a04",
                (encounter, message) -> assertThat(message.get("MSH", 22)).isEmpty());
        each(
                World.MEMBERS,
                "adt_a08",
                (member, message) -> assertThat(message.get("MSH", 22)).isEmpty());
    }
}
