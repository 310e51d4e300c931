package io.github.clinicaldata.format.fhir;

import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.claim.Admission;
import io.github.clinicaldata.record.claim.Claim;
import io.github.clinicaldata.record.claim.TypeOfBill;
import io.github.clinicaldata.record.code.DischargeStatus;
import io.github.clinicaldata.record.code.DrgGroup;
import io.github.clinicaldata.record.health.Visit;
import io.github.clinicaldata.record.medication.Fill;
import io.github.clinicaldata.record.provider.Provider;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Writes what a claim tells beside its lines, by the categories of CARIN Blue Button. */
final class SupportingInfo {
    private static final Text NEWBORN = Text.of("4");
    private static final Fragment RECEIVED = category("clmrecvddate", "Claim Received Date");
    private static final Fragment ADMISSION_PERIOD =
            category("admissionperiod", "Admission Period");
    private static final Fragment TYPE_OF_BILL = category("typeofbill", "Type of Bill");
    private static final Fragment ADMISSION_TYPE = category("admtype", "Admission Type");
    private static final Fragment ORIGIN = category("pointoforigin", "Point Of Origin");
    private static final Fragment DISCHARGE = category("discharge-status", "Discharge Status");
    private static final Fragment DRG = category("drg", "DRG");
    private static final Fragment FACILITY = category("servicefacility", "Service Facility");
    private static final Fragment DAYS_SUPPLY = category("dayssupply", "Days Supply");
    private static final Fragment REFILL_NUMBER = category("refillnum", "Refill Number");
    private static final Fragment REFILLS = category("refillsauthorized", "Refills Authorized");

    /** The record does not tell whether a brand was asked for. */
    private static final Fragment DISPENSE_AS_WRITTEN =
            Fragment.of(
                    writer -> {
                        writer.fixed(category("dawcode", "DAW (Dispense As Written) Code"));
                        writer.beginObject(Elements.CODE);
                        writer.beginArray(Elements.EXTENSION);
                        writer.beginObject();
                        writer.text(
                                Elements.URL,
                                Text.of(
                                        "http://hl7.org/fhir/StructureDefinition"
                                                + "/data-absent-reason"));
                        writer.text(Elements.VALUE_CODE, Text.of("unknown"));
                        writer.endObject();
                        writer.endArray();
                        writer.endObject();
                    });

    private SupportingInfo() {}

    private static Fragment category(String code, String display) {
        return Fragments.concept(
                ClaimElements.CATEGORY, ClaimSystems.C4BB_SUPPORTING_INFO, code, display);
    }

    /** Writes all that the claim tells. */
    static void write(ResourceWriter writer, Claim claim) {
        writer.beginArray(ClaimElements.SUPPORTING_INFO);
        begin(writer, 1, RECEIVED);
        writer.date(ClaimElements.TIMING_DATE, LocalDate.ofEpochDay(claim.received()));
        writer.endObject();
        switch (claim.type()) {
            case PROFESSIONAL -> facility(writer, claim.facility());
            case INSTITUTIONAL -> institutional(writer, claim);
            case PHARMACY -> fill(writer, claim.fill());
        }
        writer.endArray();
    }

    private static void begin(ResourceWriter writer, int sequence, Fragment category) {
        writer.beginObject();
        writer.integer(ClaimElements.SEQUENCE, sequence);
        writer.fixed(category);
    }

    private static void facility(ResourceWriter writer, @Nullable Provider facility) {
        if (facility != null && !FinancialTypes.isPerson(facility)) {
            begin(writer, 2, FACILITY);
            FinancialTypes.provider(writer, ClaimElements.VALUE_REFERENCE, facility);
            writer.endObject();
        }
    }

    private static void institutional(ResourceWriter writer, Claim claim) {
        Text facility = claim.typeOfBill();
        Visit visit = claim.visit();
        if (facility == null || visit == null) {
            return;
        }
        Text bill = TypeOfBill.of(facility, claim.frequency());
        code(writer, 2, TYPE_OF_BILL, ClaimSystems.TYPE_OF_BILL, bill, null);
        Admission admission = Admission.of(visit);
        code(writer, 3, ADMISSION_TYPE, ClaimSystems.ADMISSION_TYPE, admission.type(), null);
        CodingSystem origin =
                admission.type().equals(NEWBORN)
                        ? ClaimSystems.ORIGIN_OF_NEWBORN
                        : ClaimSystems.ORIGIN;
        code(writer, 4, ORIGIN, origin, admission.source(), null);
        if (claim.stay() != null) {
            stay(writer, claim, visit);
        }
    }

    private static void stay(ResourceWriter writer, Claim claim, Visit visit) {
        DischargeStatus discharge = visit.discharge();
        begin(writer, 5, ADMISSION_PERIOD);
        FinancialTypes.period(writer, ClaimElements.TIMING_PERIOD, claim.from(), claim.to());
        writer.endObject();
        int sequence = 6;
        DrgGroup drg = visit.drg();
        if (drg != null) {
            code(writer, sequence++, DRG, ClaimSystems.DRG, drg.code(), drg.title());
        }
        if (discharge != null) {
            code(writer, sequence, DISCHARGE, ClaimSystems.DISCHARGE, discharge.code(), null);
        }
    }

    private static void code(
            ResourceWriter writer,
            int sequence,
            Fragment category,
            CodingSystem system,
            Text code,
            @Nullable Text display) {
        begin(writer, sequence, category);
        system.concept(writer, Elements.CODE, code, display);
        writer.endObject();
    }

    private static void fill(ResourceWriter writer, @Nullable Fill fill) {
        if (fill == null) {
            return;
        }
        quantity(writer, 2, DAYS_SUPPLY, fill.daysSupply());
        quantity(writer, 3, REFILL_NUMBER, fill.number());
        quantity(writer, 4, REFILLS, fill.prescription().refills());
        begin(writer, 5, DISPENSE_AS_WRITTEN);
        writer.endObject();
    }

    private static void quantity(
            ResourceWriter writer, int sequence, Fragment category, int value) {
        begin(writer, sequence, category);
        writer.beginObject(ClaimElements.VALUE_QUANTITY);
        writer.decimal(Elements.VALUE, value, 0);
        writer.endObject();
        writer.endObject();
    }
}
