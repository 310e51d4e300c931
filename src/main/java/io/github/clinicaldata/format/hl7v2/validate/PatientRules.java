package io.github.clinicaldata.format.hl7v2.validate;

import java.util.List;

/** Rules of PID and NK1, and of the identifiers of providers. */
final class PatientRules implements Rules {
    private static final String NPI = "NPI";

    /** Fields with people (XCN). */
    private static final List<String> PEOPLE =
            List.of("PD1-4", "ORC-10", "ORC-12", "RXA-10", "OBR-16", "PV1-7");

    /** Fields with organizations (XON), whose identifier is component 10. */
    private static final List<String> ORGANIZATIONS = List.of("MSH-22", "ORC-21", "OBX-23");

    @Override
    public void check(MessageText message, Findings findings) {
        SegmentText patient = message.first("PID");
        identifiers(patient, findings);
        String born = patient.get(7);
        if (born.length() >= 8 && Times.day(born).isEmpty()) {
            findings.error(patient, 7, 1, "value-wrong", "There is no such day");
        }
        if (Times.isDayAfter(born, message.first("MSH").get(7))) {
            findings.error(patient, 7, "birth-in-future", "The birth is after the message");
        }
        if (patient.has(8) && !Tables.SEXES.contains(patient.get(8))) {
            findings.error(patient, 8, "sex-unknown", "The sex is not of table 0001");
        }
        for (String race : patient.repetitions(10)) {
            if (!Tables.RACES.contains(SegmentText.component(race, 1))) {
                findings.error(patient, 10, 1, "race-unknown", "The race is not of CDCREC");
            }
        }
        if (patient.has(22) && !Tables.ETHNICITIES.contains(patient.get(22))) {
            findings.error(patient, 22, 1, "ethnicity-unknown", "The ethnicity is not of CDCREC");
        }
        address(patient, 11, findings);
        telephone(patient, 13, findings);
        for (SegmentText kin : message.all("NK1")) {
            address(kin, 4, findings);
            telephone(kin, 5, findings);
        }
        providers(message, findings);
    }

    private static void identifiers(SegmentText patient, Findings findings) {
        for (String identifier : patient.repetitions(3)) {
            if (SegmentText.component(identifier, 1).isEmpty()) {
                findings.error(patient, 3, 1, "patient-id-missing", "An identifier is empty");
            }
            if (SegmentText.component(identifier, 4).isEmpty()) {
                findings.error(
                        patient, 3, 4, "id-authority-missing", "Nobody assigns the identifier");
            }
            String type = SegmentText.component(identifier, 5);
            if (type.isEmpty()) {
                findings.error(patient, 3, 5, "id-type-missing", "The identifier has no type");
            } else if (!Tables.IDENTIFIER_TYPES.contains(type)) {
                findings.error(patient, 3, 5, "id-type-unknown", "The type is not of table 0203");
            }
        }
    }

    private static void address(SegmentText segment, int field, Findings findings) {
        String state = segment.get(field, 4);
        if (!state.isEmpty() && !Tables.STATES.contains(state)) {
            findings.error(segment, field, 4, "state-unknown", "The state has no such code");
        }
        String zip = segment.get(field, 5);
        boolean five = zip.length() == 5 && Times.isDigits(zip, 0, 5);
        boolean nine = zip.length() == 10 && zip.charAt(5) == '-';
        if (!zip.isEmpty() && !five && !nine) {
            findings.error(segment, field, 5, "zip-wrong", "A ZIP code has five digits or nine");
        }
    }

    private static void telephone(SegmentText segment, int field, Findings findings) {
        String kind = segment.get(field, 3);
        String area = segment.get(field, 6);
        String local = segment.get(field, 7);
        if (kind.equals("PH")
                && !(area.length() == 3
                        && Times.isDigits(area, 0, 3)
                        && local.length() == 7
                        && Times.isDigits(local, 0, 7))) {
            findings.error(
                    segment,
                    field,
                    7,
                    "telephone-wrong",
                    "A telephone has an area code of three digits and a number of seven");
        }
    }

    private static void providers(MessageText message, Findings findings) {
        for (SegmentText segment : message.segments()) {
            for (String place : PEOPLE) {
                npi(segment, place, 13, 1, findings);
            }
            for (String place : ORGANIZATIONS) {
                npi(segment, place, 7, 10, findings);
            }
        }
    }

    private static void npi(
            SegmentText segment, String place, int type, int component, Findings findings) {
        if (!place.startsWith(segment.tag()) || segment.tag().isEmpty()) {
            return;
        }
        int field = Integer.parseInt(place.substring(place.indexOf('-') + 1));
        if (segment.get(field, type).equals(NPI)
                && !CheckDigits.isNpi(segment.get(field, component))) {
            findings.error(
                    segment, field, component, "npi-wrong", "The NPI's check digit is wrong");
        }
    }
}
