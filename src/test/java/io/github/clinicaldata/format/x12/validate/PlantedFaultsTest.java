package io.github.clinicaldata.format.x12.validate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clinicaldata.support.World;
import io.github.clinicaldata.support.X12Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each fault that is planted into a good file is found, and named where it is. */
class PlantedFaultsTest {
    private static final Map<String, String> FILES = new ConcurrentHashMap<>();

    /**
     * A fault.
     *
     * @param set into whose file it is planted
     * @param what it is
     * @param find the place, a regular expression
     * @param put what stands there instead
     * @param code as which it is to be found
     * @param tag the segment that is to be named
     * @param element the element that is to be named, or 0 for any
     */
    record Fault(
            String set,
            String what,
            String find,
            String put,
            String code,
            String tag,
            int element) {
        /** A file with the fault, and with no other one. */
        String file() {
            String bad = X12Faults.plant(PlantedFaultsTest.file(set), find, put);
            return code.startsWith("control-") ? bad : X12Faults.recounted(bad);
        }

        @Override
        public String toString() {
            return set + ": " + what;
        }
    }

    private static Fault fault(
            String set,
            String what,
            String find,
            String put,
            String code,
            String tag,
            int element) {
        return new Fault(set, what, find, put, code, tag, element);
    }

    private static final String UNUSED = "implementation-unused-segment-present";
    private static final String BAD_CODE = "implementation-invalid-code-value";
    private static final String LACKS = "required-data-element-missing";
    private static final String NO_SEGMENT = "implementation-segment-below-minimum-use";
    private static final String NO_LOOP = "loop-missing";
    private static final String MANDATORY = "mandatory-segment-missing";
    private static final String COUNT = "control-count-does-not-match-actual-count";
    private static final String REFERENCE = "control-reference-mismatch";

    static List<Fault> envelopes() {
        String p = "837p";
        return List.of(
                fault(p, "SE count", "SE\\*(\\d+)", "SE*9$1", COUNT, "SE", 1),
                fault(p, "SE number", "(SE\\*\\d+\\*)\\d+", "$10999", REFERENCE, "SE", 2),
                fault(p, "GE count", "GE\\*(\\d+)", "GE*9$1", COUNT, "GE", 1),
                fault(p, "GE number", "(GE\\*\\d+\\*)\\d+", "$1123", REFERENCE, "GE", 2),
                fault(p, "IEA count", "IEA\\*(\\d+)", "IEA*9$1", COUNT, "IEA", 1),
                fault(p, "IEA number", "(IEA\\*\\d+\\*)\\d+", "$1000000123", REFERENCE, "IEA", 2),
                fault(
                        p,
                        "ST number twice",
                        "ST\\*837\\*0002",
                        "ST*837*0001",
                        "control-number-twice",
                        "ST",
                        2),
                fault(
                        p,
                        "guide without addenda",
                        "(ST\\*837\\*0001\\*)005010X222A1",
                        "$1005010X222",
                        "guide-mismatch",
                        "ST",
                        3),
                fault(
                        p,
                        "guide not named",
                        "(ST\\*837\\*0001)\\*005010X222A1",
                        "$1",
                        "guide-mismatch",
                        "ST",
                        3),
                fault(p, "functional id", "GS\\*HC", "GS*HP", "functional-id-wrong", "ST", 0),
                fault(
                        p,
                        "unknown guide",
                        "(GS\\*.*\\*)005010X222A1",
                        "$1004010X098A1",
                        "guide-unknown",
                        "ST",
                        0),
                fault(p, "another set", "ST\\*837\\*0001", "ST*835*0001", "set-wrong", "ST", 1),
                fault(p, "no IEA", "IEA\\*[^~]*~\n?", "", "syntax-wrong", "", 0),
                fault(p, "usage", "\\*0\\*T\\*:", "*0*X*:", "invalid-code-value", "ISA", 15));
    }

    static List<Fault> professional() {
        String p = "837p";
        return List.of(
                fault(p, "BHT missing", "BHT\\*[^~]*~\n", "", MANDATORY, "BHT", 0),
                fault(p, "BHT purpose", "BHT\\*0019\\*00", "BHT*0019*99", BAD_CODE, "BHT", 2),
                fault(p, "no submitter", "NM1\\*41[^~]*~\nPER[^~]*~\n", "", NO_LOOP, "", 0),
                fault(p, "no receiver", "NM1\\*40[^~]*~\n", "", NO_LOOP, "", 0),
                fault(p, "no contact", "PER\\*IC[^~]*~\n", "", NO_SEGMENT, "PER", 0),
                fault(p, "HL number", "HL\\*2\\*1\\*22", "HL*7*1*22", "hl-number-wrong", "HL", 1),
                fault(p, "HL parent", "HL\\*2\\*1\\*22", "HL*2*9*22", "hl-parent-unknown", "HL", 2),
                fault(
                        p,
                        "HL no parent",
                        "HL\\*2\\*1\\*22",
                        "HL*2**22",
                        "hl-parent-missing",
                        "HL",
                        2),
                fault(p, "HL child flag", "\\*22\\*1~", "*22*0~", "hl-child-flag-wrong", "HL", 4),
                fault(p, "HL no child", "\\*22\\*0~", "*22*1~", "hl-children-missing", "HL", 4),
                fault(p, "HL level", "(HL\\*\\d+\\*\\d+\\*)22", "$199", UNUSED, "HL", 0),
                fault(
                        p,
                        "billing address",
                        "N3\\*[^~]*~\n(N4\\*[^~]*~\nREF\\*EI)",
                        "$1",
                        NO_SEGMENT,
                        "N3",
                        0),
                fault(p, "tax id missing", "REF\\*EI[^~]*~\n", "", NO_SEGMENT, "REF", 0),
                fault(p, "tax id short", "REF\\*EI\\*\\d", "REF*EI*", "tax-id-wrong", "REF", 2),
                fault(
                        p,
                        "billing ZIP short",
                        "(N4\\*[^~]*\\*\\d{5})9998",
                        "$1",
                        "zip-short",
                        "N4",
                        3),
                fault(
                        p,
                        "ZIP",
                        "(N4\\*[^~]*\\*)\\d{5}~\nDMG",
                        "$1ABCDE~\nDMG",
                        "zip-wrong",
                        "N4",
                        3),
                fault(
                        p,
                        "state",
                        "(N4\\*[^*]*\\*)[A-Z]{2}",
                        "$1OHIO",
                        "data-element-too-long",
                        "N4",
                        2),
                fault(
                        p,
                        "billing NPI",
                        "(NM1\\*85\\*.*XX\\*\\d{9})\\d",
                        "$1X",
                        "npi-wrong",
                        "NM1",
                        9),
                fault(p, "NPI qualifier", "(NM1\\*85\\*.*\\*)XX", "$1ZZ", BAD_CODE, "NM1", 8),
                fault(
                        p,
                        "NPI without qualifier",
                        "(NM1\\*85\\*.*\\*)XX",
                        "$1",
                        "conditional-required-data-element-missing",
                        "NM1",
                        8),
                fault(
                        p,
                        "taxonomy",
                        "(PRV\\*BI\\*PXC\\*\\w{9})X",
                        "$1Y",
                        "taxonomy-wrong",
                        "PRV",
                        3),
                fault(p, "no payer", "NM1\\*PR[^~]*~\n", "", NO_LOOP, "", 0),
                fault(p, "no member id", "(NM1\\*IL\\*.*)\\*MI\\*[^~]*", "$1", LACKS, "NM1", 8),
                fault(
                        p,
                        "patient's address",
                        "(NM1\\*IL[^~]*~\n)N3[^~]*~\nN4[^~]*~\n",
                        "$1",
                        "patient-address-missing",
                        "N3",
                        0),
                fault(
                        p,
                        "patient's birth",
                        "DMG[^~]*~\n(NM1\\*PR)",
                        "$1",
                        "patient-birth-missing",
                        "DMG",
                        0),
                fault(p, "sex", "(DMG\\*D8\\*\\d{8}\\*)[FM]", "$1X", BAD_CODE, "DMG", 3),
                fault(
                        p,
                        "birth date",
                        "DMG\\*D8\\*\\d{8}",
                        "DMG*D8*19990231",
                        "date-wrong",
                        "DMG",
                        2),
                fault(
                        p,
                        "birth after service",
                        "DMG\\*D8\\*\\d{8}",
                        "DMG*D8*20251230",
                        "service-before-birth",
                        "DTP",
                        3),
                fault(
                        p,
                        "birth in future",
                        "DMG\\*D8\\*\\d{8}",
                        "DMG*D8*20991230",
                        "birth-in-future",
                        "DMG",
                        2),
                fault(
                        p,
                        "relationship of patient",
                        "SBR\\*P\\*18",
                        "SBR*P*",
                        "patient-level-missing",
                        "CLM",
                        0),
                fault(
                        p,
                        "patient beside self",
                        "SBR\\*P\\*\\*",
                        "SBR*P*18*",
                        "patient-level-wrong",
                        "HL",
                        3),
                fault(
                        p,
                        "filing indicator",
                        "(SBR\\*P\\*18.*\\*)\\w\\w~",
                        "$1Q9~",
                        BAD_CODE,
                        "SBR",
                        9),
                fault(p, "total", "(CLM\\*\\w+\\*)", "$19", "charge-unbalanced", "CLM", 2),
                fault(
                        p,
                        "total not a number",
                        "(CLM\\*\\w+\\*)",
                        "$1A",
                        "invalid-character-data",
                        "CLM",
                        2),
                fault(p, "negative total", "(CLM\\*\\w+\\*)", "$1-", "charge-negative", "CLM", 2),
                fault(p, "frequency", ":B:1\\*", ":B:0*", BAD_CODE, "CLM", 5),
                fault(
                        p,
                        "replacement of nothing",
                        ":B:1\\*",
                        ":B:7*",
                        "original-missing",
                        "REF",
                        0),
                fault(p, "place of institutions", ":B:1\\*", ":A:1*", BAD_CODE, "CLM", 5),
                fault(
                        p,
                        "inpatient without day",
                        "\\*11:B:1",
                        "*21:B:1",
                        "admission-missing",
                        "DTP",
                        0),
                fault(
                        p,
                        "accident without date",
                        "(CLM\\*.*\\*Y\\*[AC]\\*Y\\*Y)~",
                        "$1**OA~",
                        "accident-date-missing",
                        "DTP",
                        0),
                fault(
                        p,
                        "car accident without state",
                        "(CLM\\*.*\\*Y\\*[AC]\\*Y\\*Y)~",
                        "$1**AA~",
                        "accident-state-missing",
                        "CLM",
                        11),
                fault(p, "no diagnosis", "HI\\*ABK[^~]*~\n", "", "diagnosis-missing", "HI", 0),
                fault(
                        p,
                        "diagnosis code",
                        "HI\\*ABK:\\w+",
                        "HI*ABK:99999",
                        "diagnosis-wrong",
                        "HI",
                        1),
                fault(
                        p,
                        "diagnosis with a dot",
                        "HI\\*ABK:(\\w)(\\w\\w)",
                        "HI*ABK:$1$2.",
                        "diagnosis-wrong",
                        "HI",
                        1),
                fault(
                        p,
                        "diagnosis twice",
                        "HI\\*ABK:(\\w+)",
                        "HI*ABK:$1*ABF:$1",
                        "diagnosis-twice",
                        "HI",
                        2),
                fault(p, "diagnosis qualifier", "HI\\*ABK", "HI*XYZ", UNUSED, "HI", 0),
                fault(p, "line number", "LX\\*1~", "LX*3~", "line-number-wrong", "LX", 1),
                fault(p, "no lines", "LX\\*1~\nSV1[^~]*~\nDTP[^~]*~\n(HL)", "$1", NO_LOOP, "", 0),
                fault(p, "no service", "SV1[^~]*~\n", "", NO_SEGMENT, "SV1", 0),
                fault(p, "pointer", "(SV1\\*.*\\*)1((:\\d)?~)", "$19$2", "pointer-wrong", "SV1", 7),
                fault(p, "no pointer", "(SV1\\*.*)\\*\\*\\*1(:\\d)*~", "$1~", LACKS, "SV1", 7),
                fault(p, "procedure", "SV1\\*HC:\\w{5}", "SV1*HC:12", "procedure-wrong", "SV1", 1),
                fault(p, "unit", "\\*UN\\*", "*XX*", BAD_CODE, "SV1", 3),
                fault(p, "no service date", "DTP\\*472[^~]*~\n", "", NO_SEGMENT, "DTP", 0),
                fault(
                        p,
                        "service date",
                        "DTP\\*472\\*D8\\*\\d{8}",
                        "DTP*472*D8*20231301",
                        "date-wrong",
                        "DTP",
                        3),
                fault(
                        p,
                        "service in future",
                        "DTP\\*472\\*D8\\*\\d{8}",
                        "DTP*472*D8*20270101",
                        "service-in-future",
                        "DTP",
                        3),
                fault(
                        p,
                        "segment of no set",
                        "LX\\*1~\n",
                        "LX*1~\nZZZ*1~\n",
                        "segment-not-in-defined-transaction-set",
                        "ZZZ",
                        0),
                fault(
                        p,
                        "too many elements",
                        "LX\\*1~",
                        "LX*1*2~",
                        "too-many-data-elements",
                        "LX",
                        2));
    }

    static List<Fault> institutional() {
        String i = "837i";
        return List.of(
                fault(i, "no statement dates", "DTP\\*434[^~]*~\n", "", NO_SEGMENT, "DTP", 0),
                fault(
                        i,
                        "statement reversed",
                        "DTP\\*434\\*RD8\\*(\\d{8})-\\d{8}",
                        "DTP*434*RD8*$1-20000101",
                        "dates-reversed",
                        "DTP",
                        3),
                fault(i, "no CL1", "CL1[^~]*~\n", "", NO_SEGMENT, "CL1", 0),
                fault(i, "admission type", "CL1\\*\\d", "CL1*8", BAD_CODE, "CL1", 1),
                fault(
                        i,
                        "no attending",
                        "NM1\\*71[^~]*~\nPRV\\*AT[^~]*~\n",
                        "",
                        "attending-missing",
                        "NM1",
                        0),
                fault(i, "attending NPI", "(NM1\\*71\\*.*XX\\*)\\d", "$19", "npi-wrong", "NM1", 9),
                fault(i, "no admission", "DTP\\*435[^~]*~\n", "", "admission-missing", "DTP", 0),
                fault(
                        i,
                        "admission hour",
                        "(DTP\\*435\\*DT\\*\\d{8})\\d{4}",
                        "$12560",
                        "date-wrong",
                        "DTP",
                        3),
                fault(
                        i,
                        "no admitting diagnosis",
                        "HI\\*ABJ[^~]*~\n",
                        "",
                        "admitting-missing",
                        "HI",
                        0),
                fault(i, "presence", "(HI\\*ABK:\\w+)~", "$1:::::::Q~", BAD_CODE, "HI", 1),
                fault(i, "revenue code", "SV2\\*\\d{4}", "SV2*12A4", "revenue-wrong", "SV2", 1),
                fault(
                        i,
                        "service outside",
                        "DTP\\*472\\*D8\\*\\d{8}",
                        "DTP*472*D8*20200101",
                        "service-outside-statement",
                        "DTP",
                        3),
                fault(i, "person bills", "NM1\\*85\\*2", "NM1*85*1", BAD_CODE, "NM1", 2));
    }

    static List<Fault> others() {
        String r = "835";
        return List.of(
                fault(
                        r,
                        "payment",
                        "BPR\\*I\\*\\d+",
                        "BPR*I*77777",
                        "payment-unbalanced",
                        "BPR",
                        2),
                fault(
                        r,
                        "claim paid",
                        "(CLP\\*\\w+\\*1\\*[\\d.]+\\*)[\\d.]+",
                        "$177777",
                        "claim-unbalanced",
                        "CLP",
                        3),
                fault(
                        r,
                        "member",
                        "(CLP\\*\\w+\\*1\\*[\\d.]+\\*[\\d.]+\\*)[\\d.]+",
                        "$177777",
                        "member-unbalanced",
                        "CLP",
                        5),
                fault(
                        r,
                        "line paid",
                        "(SVC\\*\\w+:\\w+\\*[\\d.]+\\*)[\\d.]+",
                        "$177777",
                        "line-unbalanced",
                        "SVC",
                        2),
                fault(r, "adjustment", "(CAS\\*CO\\*45\\*)", "$17", "line-unbalanced", "SVC", 2),
                fault(r, "adjustment group", "CAS\\*CO", "CAS*XX", BAD_CODE, "CAS", 1),
                fault(r, "zero", "(CAS\\*CO\\*45\\*)[\\d.]+", "$10", "adjustment-zero", "CAS", 3),
                fault(
                        r,
                        "method",
                        "(BPR\\*I\\*[\\d.]+\\*C\\*)(ACH|CHK)",
                        "$1NON",
                        "payment-method-wrong",
                        "BPR",
                        4),
                fault(r, "handling", "BPR\\*I", "BPR*H", "payment-handling-wrong", "BPR", 1),
                fault(r, "no trace", "TRN[^~]*~\n", "", NO_SEGMENT, "TRN", 0),
                fault(
                        r,
                        "no payee",
                        "N1\\*PE[^~]*~\nN3[^~]*~\nN4[^~]*~\nREF\\*TJ[^~]*~\n",
                        "",
                        NO_LOOP,
                        "",
                        0),
                fault(r, "status", "(CLP\\*\\w+\\*)1\\*", "$199*", BAD_CODE, "CLP", 2),
                fault("270", "nothing asked", "EQ[^~]*~\n", "", "question-missing", "EQ", 0),
                fault("270", "service type", "EQ\\*\\w+", "EQ*ZZ", BAD_CODE, "EQ", 1),
                fault(
                        "271",
                        "no answer",
                        "(HL\\*3[^~]*~\n)((?!HL)[^~]*~\n)*",
                        "$1TRN*2*A*9SYNSENDER~\nNM1*IL*1*A*B****MI*SYN1~\n",
                        "answer-missing",
                        "EB",
                        0),
                fault("271", "no trace", "TRN[^~]*~\n", "", "trace-missing", "TRN", 0),
                fault(
                        "271",
                        "share above 1",
                        "(EB\\*A\\*\\*\\w+\\*{5})\\.2",
                        "$120",
                        "benefit-share-wrong",
                        "EB",
                        8),
                fault("276", "no payer", "NM1\\*PR[^~]*~\n", "", NO_LOOP, "", 0),
                fault("277", "no status", "STC[^~]*~\n", "", NO_SEGMENT, "STC", 0),
                fault(
                        "834",
                        "relationship",
                        "INS\\*Y\\*18",
                        "INS*Y*01",
                        "relationship-wrong",
                        "INS",
                        2),
                fault("834", "no subscriber id", "REF\\*0F[^~]*~\n", "", NO_SEGMENT, "REF", 0),
                fault("834", "no end", "DTP\\*349[^~]*~\n", "", MANDATORY, "DTP", 0),
                fault(
                        "834",
                        "maintenance",
                        "INS\\*Y\\*18\\*\\d{3}",
                        "INS*Y*18*999",
                        BAD_CODE,
                        "INS",
                        3));
    }

    static List<Fault> faults() {
        List<Fault> all = new ArrayList<>(envelopes());
        all.addAll(professional());
        all.addAll(institutional());
        all.addAll(others());
        return all;
    }

    private static String file(String set) {
        return FILES.computeIfAbsent(
                set,
                name ->
                        X12Files.text(
                                name,
                                World.POPULATION,
                                1_500,
                                "line_breaks=true",
                                "per_transaction=50"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void isFoundAndNamed(Fault fault) throws Exception {
        List<Finding> findings = X12Faults.validate(fault.file()).findings();
        assertThat(findings)
                .as(fault.toString())
                .anySatisfy(
                        each -> {
                            assertThat(each.code()).isEqualTo(fault.code());
                            assertThat(each.tag()).isEqualTo(fault.tag());
                            assertThat(each.segment()).isPositive();
                            if (fault.element() > 0) {
                                assertThat(each.element()).isEqualTo(fault.element());
                            }
                            assertThat(each.message()).isNotBlank();
                        });
    }

    @Test
    void theFilesThemselves_areGood() throws Exception {
        for (String set : X12Files.kinds().keySet()) {
            assertThat(X12Faults.validate(file(set)).findings()).as(set).isEmpty();
        }
    }

    @Test
    void aMissingLoop_isNamedAsTheGuideNamesIt() throws Exception {
        String bad = file("837p").replaceFirst("NM1\\*40[^~]*~\n", "");
        assertThat(X12Faults.validate(X12Faults.recounted(bad)).findings())
                .extracting(Finding::loop)
                .contains("1000B");
    }

    @Test
    void thereAreManyFaults() {
        assertThat(faults()).hasSizeGreaterThan(90);
    }

    @Test
    void whatIsNoX12_isRefused() throws Exception {
        assertThat(X12Faults.validate("{\"claims\": []}").findings())
                .extracting(Finding::code)
                .containsExactly("not-x12");
        assertThat(X12Faults.validate("").accepted()).isFalse();
    }

    @Test
    void aFileThatBreaksOff_isNotAccepted() throws Exception {
        String good = file("837p");
        for (int length : new int[] {50, 106, 400, 5_000, good.length() / 2, good.length() - 30}) {
            assertThat(X12Faults.validate(good.substring(0, length)).accepted())
                    .as("%d", length)
                    .isFalse();
        }
    }

    @Test
    void findingsBeyondTheMost_areCounted() throws Exception {
        String bad = file("837p").replace("SV1*HC:", "SV1*ZZ:");
        X12Report report = X12Faults.validate(bad);
        assertThat(report.findings()).hasSize(100);
        assertThat(report.total()).isGreaterThan(100);
    }
}
