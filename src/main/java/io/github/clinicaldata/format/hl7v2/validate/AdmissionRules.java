package io.github.clinicaldata.format.hl7v2.validate;

import java.util.List;
import java.util.Set;

/** Rules of ADT: visits and stays, their diagnoses and coverages. */
final class AdmissionRules implements Rules {
    private static final Set<String> RELATIONSHIPS =
            Set.of("CHD", "DEP", "EMC", "GRD", "MTH", "FTH", "OTH", "PAR", "SEL", "SPO", "UNK");

    @Override
    public void check(MessageText message, Findings findings) {
        String event = message.first("MSH").get(9, 2);
        SegmentText evn = message.first("EVN");
        if (evn.has(1) && !evn.get(1).equals(event)) {
            findings.error(evn, 1, "event-mismatch", "EVN-1 is not the event of MSH-9");
        }
        SegmentText visit = message.first("PV1");
        visit(visit, event, findings);
        List<SegmentText> diagnoses = message.all("DG1");
        for (int i = 0; i < diagnoses.size(); i++) {
            diagnosis(diagnoses.get(i), i + 1, findings);
        }
        List<SegmentText> coverages = message.all("IN1");
        for (int i = 0; i < coverages.size(); i++) {
            coverage(coverages.get(i), i + 1, findings);
        }
    }

    private static void visit(SegmentText visit, String event, Findings findings) {
        String patientClass = visit.get(2);
        if (visit.has(2) && !Tables.CLASSES.contains(patientClass)) {
            findings.error(visit, 2, "class-unknown", "The class is not of table 0004");
        }
        boolean stay = event.equals("A01") || event.equals("A03");
        if (stay && patientClass.equals("O") || event.equals("A04") && patientClass.equals("I")) {
            findings.error(visit, 2, "class-contradicts", "The class does not go with the event");
        }
        boolean none = patientClass.equals("N");
        if (!none && !visit.has(19)) {
            findings.error(visit, 19, "visit-number-missing", "The visit has no number");
        }
        if (!none && !visit.has(44)) {
            findings.error(visit, 44, "admission-missing", "When the visit began is missing");
        }
        end(visit, event, findings);
    }

    private static void end(SegmentText visit, String event, Findings findings) {
        boolean begins = event.equals("A01") || event.equals("A04");
        if (event.equals("A03") && !visit.has(45)) {
            findings.error(visit, 45, "discharge-missing", "When the stay ended is missing");
        }
        if (event.equals("A03") && !visit.has(36)) {
            findings.warning(visit, 36, "disposition-missing", "Where the patient went is missing");
        }
        if (begins && visit.has(45)) {
            findings.error(
                    visit, 45, "discharge-unexpected", "The end is not known when a visit begins");
        }
        if (Times.isAfter(visit.get(44), visit.get(45))) {
            findings.error(
                    visit, 45, "discharge-before-admission", "The end is before the beginning");
        }
    }

    private static void diagnosis(SegmentText diagnosis, int position, Findings findings) {
        setId(diagnosis, position, findings);
        String system = diagnosis.get(3, 3);
        if (system.startsWith("I10") && !isIcd10(diagnosis.get(3))) {
            findings.error(
                    diagnosis,
                    3,
                    1,
                    "diagnosis-code-wrong",
                    "The code has not the form of ICD-10-CM");
        }
        if (diagnosis.has(6) && !Tables.DIAGNOSIS_TYPES.contains(diagnosis.get(6))) {
            findings.error(diagnosis, 6, "diagnosis-type-unknown", "The type is not of table 0052");
        }
    }

    /** A letter, a digit, a letter or digit, and after a dot up to four more. */
    private static boolean isIcd10(String code) {
        int length = code.length();
        if (length < 3 || length == 4 || length > 8 || !isLetter(code.charAt(0))) {
            return false;
        }
        for (int i = 1; i < length; i++) {
            char each = code.charAt(i);
            boolean digit = each >= '0' && each <= '9';
            boolean fits = i == 1 ? digit : i == 3 ? each == '.' : digit || isLetter(each);
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetter(char each) {
        return each >= 'A' && each <= 'Z';
    }

    private static void setId(SegmentText segment, int position, Findings findings) {
        if (!segment.get(1).equals(Integer.toString(position))) {
            findings.error(
                    segment, 1, "set-id-wrong", segment.tag() + " count from 1 in a message");
        }
    }

    private static void coverage(SegmentText coverage, int position, Findings findings) {
        setId(coverage, position, findings);
        if (Times.isDayAfter(coverage.get(12), coverage.get(13))) {
            findings.error(
                    coverage, 13, "coverage-dates-wrong", "The coverage ends before it begins");
        }
        if (coverage.has(17) && !RELATIONSHIPS.contains(coverage.get(17))) {
            findings.error(
                    coverage,
                    17,
                    1,
                    "relationship-unknown",
                    "The relationship is not of table 0063");
        }
        if (!coverage.has(36)) {
            findings.error(coverage, 36, "policy-number-missing", "The policy has no number");
        }
    }
}
