package io.github.clinicaldata.format.fhir;

import io.github.clinicaldata.record.medication.Medication;
import io.github.clinicaldata.record.medication.Prescription;
import io.github.clinicaldata.record.provider.Provider;
import java.time.LocalDate;

/** Writes what a pharmacy may dispense for a prescription. */
final class DispenseRequests {
    private static final Element DISPENSE_REQUEST = Element.of("dispenseRequest");
    private static final Element VALIDITY_PERIOD = Element.of("validityPeriod");
    private static final Element START = Element.of("start");
    private static final Element END = Element.of("end");
    private static final Element REPEATS = Element.of("numberOfRepeatsAllowed");
    private static final Element QUANTITY = Element.of("quantity");
    private static final Element UNIT = Element.of("unit");
    private static final Element SUPPLY = Element.of("expectedSupplyDuration");
    private static final Element PERFORMER = Element.of("performer");
    private static final Fragment DAYS =
            Fragment.of(
                    writer -> {
                        writer.fixed(Fragments.text(UNIT, "days"));
                        writer.fixed(Fragments.text(Elements.SYSTEM, "http://unitsofmeasure.org"));
                        writer.fixed(Fragments.text(Elements.CODE, "d"));
                    });

    private DispenseRequests() {}

    /** Writes it where a pharmacy fills the prescription at all. */
    static void write(Medication medication, LocalDate written, ResourceWriter writer) {
        Prescription prescription = medication.prescription();
        if (!prescription.dispensed()) {
            return;
        }
        writer.beginObject(DISPENSE_REQUEST);
        writer.beginObject(VALIDITY_PERIOD);
        writer.date(START, written);
        writer.date(END, LocalDate.ofEpochDay(prescription.lastFillDay()));
        writer.endObject();
        writer.integer(REPEATS, prescription.refills());
        writer.beginObject(QUANTITY);
        writer.decimal(Elements.VALUE, prescription.quantityTenths(), 1);
        writer.text(UNIT, medication.drug().unit());
        writer.endObject();
        writer.beginObject(SUPPLY);
        writer.decimal(Elements.VALUE, prescription.daysSupply(), 0);
        writer.fixed(DAYS);
        writer.endObject();
        Provider pharmacy = medication.pharmacy();
        if (pharmacy != null) {
            DataTypes.provider(writer, PERFORMER, pharmacy);
        }
        writer.endObject();
    }
}
