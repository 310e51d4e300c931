package io.github.clinicaldata.format.hl7v2.validate;

/** Rules of VXU^V04 by CDC's guide, release 1.5: what is required beside the base standard. */
final class VaccinationRules implements Rules {
    private final DoseRules doses = new DoseRules();

    @Override
    public void check(MessageText message, Findings findings) {
        SegmentText header = message.first("MSH");
        if (!header.get(21).equals("Z22") || !header.get(21, 2).equals("CDCPHINVS")) {
            findings.error(header, 21, "profile-wrong", "The profile is not Z22^CDCPHINVS");
        }
        if (header.has(7) && !Times.hasZone(header.get(7))) {
            findings.error(header, 7, "time-zone-missing", "The moment has no distance from UTC");
        }
        if (!header.has(15) || !header.has(16)) {
            findings.error(
                    header,
                    header.has(15) ? 16 : 15,
                    "acknowledgment-missing",
                    "The guide wants ER and AL, or what a receiver agreed to");
        }
        patient(message.first("PID"), findings);
        SegmentText registry = message.first("PD1");
        if (registry.has(12) && !registry.get(12).equals("N") && !registry.get(12).equals("Y")) {
            findings.error(registry, 12, "protection-wrong", "The indicator is neither Y nor N");
        }
        for (SegmentText kin : message.all("NK1")) {
            if (!kin.has(2)) {
                findings.error(kin, 2, "kin-name-missing", "The next of kin has no name");
            }
            if (!kin.has(3)) {
                findings.error(kin, 3, "kin-relationship-missing", "The relationship is missing");
            }
        }
        if (!message.has("ORC")) {
            findings.add(Severity.ERROR, "ORC", 0, 0, 0, "order-missing", "Each dose has an ORC");
        }
        for (MessageText order : message.parts("ORC")) {
            order(order, findings);
            doses.check(order, message, findings);
        }
    }

    private static void patient(SegmentText patient, Findings findings) {
        if (!patient.has(7)) {
            findings.error(patient, 7, "birth-date-missing", "The date of birth is missing");
        }
        if (!patient.has(8)) {
            findings.error(patient, 8, "sex-missing", "The sex is missing");
        }
        if (patient.get(5, 2).isEmpty()) {
            findings.error(patient, 5, 2, "given-name-missing", "The given name is missing");
        }
        if (patient.get(5, 7).isEmpty()) {
            findings.error(patient, 5, 7, "name-type-missing", "The type of the name is missing");
        }
    }

    private static void order(MessageText order, Findings findings) {
        SegmentText orc = order.first("ORC");
        if (orc.has(1) && !Tables.ORDER_CONTROLS.contains(orc.get(1))) {
            findings.error(orc, 1, "order-control-wrong", "The order control is not RE");
        }
        if (!orc.has(3)) {
            findings.error(orc, 3, "filler-number-missing", "The filler's number is missing");
        } else if (orc.get(3, 2).isEmpty()) {
            findings.error(
                    orc, 3, 2, "filler-authority-missing", "Nobody assigns the filler's number");
        }
    }
}
