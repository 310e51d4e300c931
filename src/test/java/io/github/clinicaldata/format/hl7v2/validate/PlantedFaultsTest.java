package io.github.clinicaldata.format.hl7v2.validate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clinicaldata.support.Hl7Files;
import io.github.clinicaldata.support.World;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each fault that is planted into a good file is found, and named where it is. */
class PlantedFaultsTest {
    private static final Map<String, String> FILES = new ConcurrentHashMap<>();
    private static final String V = "vaccines/vxu_v04";
    private static final String R = "diagnostic-reports/oru_r01";
    private static final String A01 = "encounters/adt_a01";
    private static final String A03 = "encounters/adt_a03";
    private static final String A04 = "encounters/adt_a04";
    private static final String A08 = "members/adt_a08";

    /**
     * A fault.
     *
     * @param file into which it is planted
     * @param what it is
     * @param find the place, a regular expression
     * @param put what stands there instead
     * @param code as which it is to be found
     * @param segment that is to be named
     * @param field that is to be named, or 0 for any
     */
    private record Fault(
            String file,
            String what,
            String find,
            String put,
            String code,
            String segment,
            int field) {
        @Override
        public String toString() {
            return file + ": " + what;
        }
    }

    private static Fault fault(
            String file,
            String what,
            String find,
            String put,
            String code,
            String segment,
            int field) {
        return new Fault(file, what, find, put, code, segment, field);
    }

    /** A fault in a field of the first segment that starts with something, by its whole text. */
    private static Fault field(
            String file, String start, int number, String put, String code, int... found) {
        int begun = start.split("\\\\\\|", -1).length - 1;
        int separators = number - begun - (start.startsWith("MSH") ? 1 : 0);
        String find = "(\r|^)(" + start + "(?:\\|[^|\r]*){" + (separators - 1) + "})\\|[^|\r]*";
        String tag = start.substring(0, 3);
        return fault(
                file,
                tag + "-" + number + " " + code,
                find,
                "$1$2|" + put,
                code,
                tag,
                found.length == 0 ? number : found[0]);
    }

    static List<Fault> headers() {
        return List.of(
                field(V, "MSH", 2, "^~\\\\\\\\#", "delimiters-wrong"),
                field(V, "MSH", 7, "", "field-missing"),
                field(V, "MSH", 7, "20261", "value-wrong"),
                field(V, "MSH", 9, "VXU^V99^VXU_V04", "message-type-unknown"),
                field(V, "MSH", 9, "VXU^V04^VXU_V03", "structure-name-wrong"),
                field(V, "MSH", 10, "", "field-missing"),
                field(V, "MSH", 10, "123456789012345678901", "control-id-long"),
                field(V, "MSH", 11, "X", "processing-id-wrong"),
                field(V, "MSH", 12, "2.3.1", "version-wrong"),
                field(V, "MSH", 18, "EBCDIC", "character-set-unknown"),
                fault(V, "no header", "^MSH[^\r]*\r", "", "header-missing", "", 0),
                fault(
                        V,
                        "accent in ASCII",
                        "UNICODE UTF-8([^\r]*\rPID\\|1\\|\\|[^|]*\\|\\|)",
                        "ASCII$1é",
                        "character-not-declared",
                        "PID",
                        5),
                fault(
                        V,
                        "control id twice",
                        "(VXU_V04\\|)(\\w+)(.*?VXU_V04\\|)\\w+",
                        "$1$2$3$2",
                        "control-id-twice",
                        "MSH",
                        10));
    }

    static List<Fault> patients() {
        return List.of(
                fault(V, "no PID", "PID[^\r]*\r", "", "segment-missing", "PID", 0),
                field(V, "PID", 3, "", "field-missing"),
                field(V, "PID", 3, "^^^SYNEHR^MR", "patient-id-missing"),
                field(V, "PID", 3, "1^^^^MR", "id-authority-missing"),
                field(V, "PID", 3, "1^^^A", "id-type-missing"),
                field(V, "PID", 3, "1^^^A^QQ", "id-type-unknown"),
                field(V, "PID", 5, "", "field-missing"),
                field(V, "PID", 5, "Doe^^^^^^L", "given-name-missing"),
                field(V, "PID", 5, "Doe^Jo", "name-type-missing"),
                field(V, "PID", 7, "", "birth-date-missing"),
                field(V, "PID", 7, "19990230", "value-wrong"),
                field(V, "PID", 7, "20991231", "birth-in-future"),
                field(V, "PID", 8, "X", "sex-unknown"),
                field(V, "PID", 8, "", "sex-missing"),
                field(V, "PID", 10, "9999-9^Blue^CDCREC", "race-unknown"),
                field(V, "PID", 11, "1 A St^^B^QQ^12345^USA^H", "state-unknown"),
                field(V, "PID", 11, "1 A St^^B^NY^1234^USA^H", "zip-wrong"),
                field(V, "PID", 13, "^PRN^PH^^^55^5550100", "telephone-wrong"),
                field(V, "PID", 22, "0000-0^None^CDCREC", "ethnicity-unknown"),
                field(V, "PD1", 12, "Q", "protection-wrong"),
                field(V, "NK1", 2, "", "kin-name-missing"),
                field(V, "NK1", 3, "", "kin-relationship-missing"),
                fault(V, "NPI", "(PD1\\|\\|\\|\\|)\\d{10}", "$11234567890", "npi-wrong", "PD1", 4));
    }

    static List<Fault> doses() {
        String completed = "RXA\\|0\\|1\\|\\d{14}[^|]*";
        return List.of(
                field(V, "MSH", 15, "", "acknowledgment-missing"),
                field(V, "MSH", 21, "Z99^CDCPHINVS", "profile-wrong"),
                field(V, "MSH", 7, "20260101120000", "time-zone-missing"),
                fault(V, "no ORC", "ORC[^\r]*\r", "", "order-missing", "ORC", 0),
                fault(V, "no RXA", "RXA[^\r]*\r", "", "segment-missing", "RXA", 0),
                fault(V, "RXA twice", "(RXA[^\r]*\r)", "$1$1", "segment-unexpected", "", 0),
                field(V, "ORC", 1, "NW", "order-control-wrong"),
                field(V, "ORC", 3, "", "filler-number-missing"),
                field(V, "ORC", 3, "77", "filler-authority-missing"),
                field(V, "RXA", 1, "4", "sub-id-wrong"),
                field(V, "RXA", 2, "2", "administration-counter-wrong"),
                field(V, "RXA", 3, "", "field-missing"),
                field(V, "RXA", 3, "20991231", "dose-in-future"),
                field(V, "RXA", 3, "18000101", "dose-before-birth"),
                field(V, "RXA", 3, "20130231", "value-wrong"),
                field(V, "RXA", 5, "9999^No such^CVX", "vaccine-unknown"),
                field(V, "RXA", 5, "90707^MMR^C4", "vaccine-system-wrong"),
                field(V, "RXA", 5, "998^no vaccine administered^CVX", "vaccine-not-given"),
                field(V, "RXA", 5, "03^MMR^CVX^00006468101^M-M-R II^NDC", "ndc-wrong"),
                field(V, "RXA", 6, "", "field-missing"),
                field(V, "RXA", 6, "half", "value-wrong"),
                field(V, completed, 7, "", "unit-missing", 7),
                field(V, completed, 7, "mL^mL^ISO+", "unit-system-wrong", 7),
                field(V, completed, 9, "", "source-missing", 9),
                field(V, completed, 9, "77^X^NIP001", "source-unknown", 9),
                field(V, completed, 11, "", "place-missing", 11),
                field(V, completed, 15, "", "lot-missing", 15),
                field(V, completed, 16, "", "expiration-missing", 16),
                field(V, completed, 16, "19000101", "lot-expired", 16),
                field(V, completed, 17, "", "manufacturer-missing", 17),
                field(V, completed, 17, "ZZZ^Nobody^MVX", "manufacturer-unknown", 17),
                field(
                        V,
                        completed,
                        18,
                        "00^Parental decision^NIP002",
                        "refusal-reason-unexpected",
                        18),
                field(V, completed, 20, "XX", "completion-wrong", 20),
                field(V, completed, 21, "Q", "action-wrong", 21),
                field(V, completed, 20, "RE", "refusal-reason-missing", 18),
                fault(
                        V,
                        "refusal reason",
                        "\\|[^|]*(\\^NIP002)",
                        "|88^X$1",
                        "refusal-reason-unknown",
                        "RXA",
                        18),
                fault(
                        V,
                        "amount of a refusal",
                        "\\|999(\\|{12})",
                        "|0.5$1",
                        "amount-unexpected",
                        "RXA",
                        6));
    }

    static List<Fault> observationsOfDoses() {
        String eligibility = "OBX\\|\\d+\\|CE\\|64994-7";
        return List.of(
                fault(V, "no RXR", "RXR[^\r]*\r", "", "route-missing", "RXA", 0),
                field(V, "RXR", 1, "C99999^By mail^NCIT", "route-unknown"),
                field(V, "RXR", 2, "NOSE^Nose^HL70163", "site-unknown"),
                fault(
                        V,
                        "no eligibility",
                        "OBX\\|1\\|CE\\|64994-7[^\r]*\r",
                        "",
                        "eligibility-missing",
                        "RXA",
                        0),
                fault(V, "OBX-1", "OBX\\|2\\|", "OBX|7|", "set-id-wrong", "OBX", 1),
                fault(V, "OBX-2", "\\|CE\\|64994-7", "|ST|64994-7", "value-type-wrong", "OBX", 2),
                fault(V, "OBX-3", "30973-2", "99999-9", "observation-unknown", "OBX", 3),
                fault(V, "OBX-4", "(64994-7[^|]*\\|)1\\|", "$1|", "matter-missing", "OBX", 4),
                fault(V, "OBX-5", "(30973-2[^|]*\\|\\d\\|)\\d", "$1", "value-missing", "OBX", 5),
                fault(V, "VFC", "\\|V0\\d\\^", "|V77^", "eligibility-unknown", "OBX", 5),
                fault(
                        V,
                        "vaccine type",
                        "(30956-7[^|]*\\|\\d\\|)\\d+",
                        "$17777",
                        "vaccine-type-unknown",
                        "OBX",
                        5),
                fault(V, "OBX-11", "\\|F\\|\\|\\|", "|P|||", "status-wrong", "OBX", 11),
                fault(
                        V,
                        "OBX-14",
                        "(30973-2[^\r]*)\\|F\\|\\|\\|\\d{8}",
                        "$1|F",
                        "observation-date-missing",
                        "OBX",
                        14),
                fault(V, "VIS presented", "29769-7", "30973-2", "statement-incomplete", "OBX", 3),
                fault(
                        V,
                        "VIS vaccine",
                        "30956-7(?=[^\r]*\rOBX\\|\\d+\\|DT)",
                        "30963-3",
                        "statement-vaccine-missing",
                        "OBX",
                        3),
                fault(
                        V,
                        "VIS edition",
                        "(29768-9[^|]*\\|\\d\\|)\\d{8}",
                        "$120991231",
                        "statement-published-later",
                        "OBX",
                        5));
    }

    static List<Fault> reports() {
        return List.of(
                fault(R, "no OBR", "OBR[^\r]*\r", "", "segment-missing", "OBR", 0),
                field(R, "OBR", 3, "", "filler-number-missing"),
                field(R, "OBR", 3, "SYNA0^X", "order-number-mismatch"),
                field(R, "OBR", 4, "", "field-missing"),
                field(R, "OBR", 4, "58410-3^CBC^LN", "loinc-wrong"),
                field(R, "OBR", 7, "", "observation-date-missing"),
                field(R, "OBR", 22, "19990101000000-0500", "reported-before-observed"),
                field(R, "OBR", 25, "", "report-status-missing"),
                field(R, "OBR", 25, "Q", "report-status-unknown"),
                field(R, "OBX", 1, "9", "set-id-wrong"),
                field(R, "OBX", 1, "one", "value-wrong"),
                field(R, "OBX\\|1\\|NM", 3, "718-8^Hemoglobin^LN", "loinc-wrong", 3),
                field(R, "OBX\\|1\\|NM", 5, "high", "value-wrong", 5),
                field(R, "OBX", 5, "", "value-missing"),
                field(R, "OBX\\|1\\|NM\\|[^|]*\\|", 6, "mg/dL", "unit-system-missing", 6),
                field(R, "OBX", 8, "Q", "flag-unknown"),
                field(R, "OBX", 11, "", "field-missing"),
                field(R, "OBX", 11, "Q", "status-unknown"),
                field(R, "OBX", 11, "P", "status-contradicts"),
                field(R, "OBX", 14, "20991231000000-0500", "result-in-future"),
                fault(
                        R,
                        "flag against range",
                        "(OBX\\|\\d+\\|NM\\|[^|]*\\|\\|)[\\d.]+(\\|[^|]*\\|[\\d.]+-[\\d.]+\\|)N\\|",
                        "$199999$2N|",
                        "flag-contradicts",
                        "OBX",
                        8),
                field(R, "SPM", 18, "19990101000000-0500", "received-before-taken"));
    }

    static List<Fault> admissions() {
        return List.of(
                field(A01, "EVN", 1, "A02", "event-mismatch"),
                field(A01, "EVN", 2, "", "field-missing"),
                fault(A01, "no PV1", "PV1[^\r]*\r", "", "segment-missing", "PV1", 0),
                field(A01, "PV1", 2, "Q", "class-unknown"),
                field(A01, "PV1", 2, "O", "class-contradicts"),
                field(A04, "PV1", 2, "I", "class-contradicts"),
                field(A01, "PV1", 19, "", "visit-number-missing"),
                field(A01, "PV1", 44, "", "admission-missing"),
                field(A03, "PV1", 36, "", "disposition-missing"),
                field(A03, "PV1", 45, "", "discharge-missing"),
                field(A03, "PV1", 45, "19990101000000-0500", "discharge-before-admission"),
                fault(
                        A04,
                        "PV1-45",
                        "(PV1[^\r]*)\r",
                        "$1|20260101\r",
                        "discharge-unexpected",
                        "PV1",
                        45),
                field(A03, "DG1", 1, "5", "set-id-wrong"),
                field(A03, "DG1", 3, "25000^Diabetes^I10C", "diagnosis-code-wrong"),
                field(A03, "DG1", 6, "Q", "diagnosis-type-unknown"),
                field(A03, "DG1", 6, "", "field-missing"),
                field(A08, "IN1", 1, "7", "set-id-wrong"),
                field(A08, "IN1", 2, "", "field-missing"),
                field(A08, "IN1", 13, "19000101", "coverage-dates-wrong"),
                field(A08, "IN1", 17, "QQQ^X^HL70063", "relationship-unknown"),
                field(A08, "IN1", 36, "", "policy-number-missing"),
                fault(A08, "a segment of VXU", "IN1\\|", "RXA|", "segment-unexpected", "", 0));
    }

    private static String file(String name) {
        return FILES.computeIfAbsent(
                name,
                each -> {
                    List<String> all = Hl7Files.messages(each, World.POPULATION, 3_000);
                    StringBuilder some = new StringBuilder();
                    for (int i = 0; i < all.size(); i += Math.max(1, all.size() / 150)) {
                        some.append(all.get(i));
                    }
                    return some.toString();
                });
    }

    private static Hl7Report report(String text) throws IOException {
        return Hl7Validator.validate(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), 50);
    }

    private static String planted(Fault fault) {
        Pattern place = Pattern.compile(fault.find(), Pattern.DOTALL);
        String whole = file(fault.file());
        Matcher found = place.matcher(whole);
        assertThat(found.find()).as("the place of %s", fault).isTrue();
        StringBuilder faulty = new StringBuilder();
        found.appendReplacement(faulty, fault.put());
        // the other messages of the file are left out
        int from = whole.lastIndexOf("MSH|", found.start());
        int to = whole.indexOf("MSH|", found.end());
        return faulty.substring(from) + whole.substring(found.end(), to < 0 ? whole.length() : to);
    }

    @ParameterizedTest
    @MethodSource({"headers", "patients", "doses", "observationsOfDoses", "reports", "admissions"})
    void fault_isFoundAndNamed(Fault fault) throws IOException {
        Hl7Report report = report(planted(fault));
        assertThat(report.findings())
                .as("%s", fault)
                .anySatisfy(
                        finding -> {
                            assertThat(finding.code()).isEqualTo(fault.code());
                            assertThat(finding.segment()).isEqualTo(fault.segment());
                            if (fault.field() > 0) {
                                assertThat(finding.field()).isEqualTo(fault.field());
                            }
                            assertThat(finding.message()).isPositive();
                            assertThat(finding.text()).isNotBlank();
                        });
    }

    @Test
    void filesWithoutFaults_haveNoFindings() throws IOException {
        for (String name : Hl7Files.all()) {
            assertThat(report(file(name)).findings()).as(name).isEmpty();
        }
    }
}
