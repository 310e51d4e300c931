package io.github.clinicaldata.record.medication;

import io.github.clinicaldata.record.Coded;
import io.github.clinicaldata.record.Text;

/**
 * Where a prescribed drug is taken. Source of the codes: HL7 FHIR R4, medication request category.
 */
public enum MedicationCategory implements Coded {
    /** At home, from a pharmacy. */
    COMMUNITY("community"),
    /** At home after a hospital stay, from a pharmacy. */
    DISCHARGE("discharge"),
    /** Given in a clinic or office. */
    OUTPATIENT("outpatient"),
    /** Given during a hospital stay. */
    INPATIENT("inpatient");

    private final Text code;

    MedicationCategory(String code) {
        this.code = Text.of(code);
    }

    @Override
    public Text code() {
        return code;
    }

    /** That of a prescription. */
    static MedicationCategory of(Prescription prescription) {
        boolean stay = prescription.visit() != null && prescription.visit().rule().stay() != null;
        if (prescription.dispensed()) {
            return stay ? DISCHARGE : COMMUNITY;
        }
        return stay ? INPATIENT : OUTPATIENT;
    }
}
