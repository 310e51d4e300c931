package io.github.clinicaldata.format.fhir;

import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.code.Diagnosis;
import io.github.clinicaldata.record.code.Drug;
import io.github.clinicaldata.record.medication.Ending;
import io.github.clinicaldata.record.medication.Medication;
import io.github.clinicaldata.record.medication.MedicationCategory;
import io.github.clinicaldata.record.medication.Prescription;
import io.github.clinicaldata.record.medication.StopReason;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Prescriptions as {@code MedicationRequest}, by US Core. */
@Singleton
public final class MedicationRequestMapping implements ResourceMapping<Medication> {
    private static final Element STATUS_REASON = Element.of("statusReason");
    private static final Element CATEGORY = Element.of("category");
    private static final Element MEDICATION = Element.of("medicationCodeableConcept");
    private static final Element ENCOUNTER = Element.of("encounter");
    private static final Element AUTHORED_ON = Element.of("authoredOn");
    private static final Element REQUESTER = Element.of("requester");
    private static final Element REASON_CODE = Element.of("reasonCode");
    private static final Element REASON_REFERENCE = Element.of("reasonReference");
    private static final Element COURSE = Element.of("courseOfTherapyType");
    private static final Element DOSAGE = Element.of("dosageInstruction");
    private static final Element ROUTE = Element.of("route");
    private static final Fragment META = Fragments.meta(Profiles.MEDICATION_REQUEST);
    private static final Text COURSES =
            Text.of("http://terminology.hl7.org/CodeSystem/medicationrequest-course-of-therapy");
    private static final Fragment LONG_TERM =
            Fragments.concept(COURSE, COURSES, "continuous", "Continuous long term therapy");
    private static final Fragment SHORT_TERM =
            Fragments.concept(COURSE, COURSES, "acute", "Short course (acute) therapy");

    private static final Fragment INTENT = Fragments.text(Element.of("intent"), "order");

    private static final Fragment NOT_REPORTED =
            Fragment.of(writer -> writer.bool(Element.of("reportedBoolean"), false));

    private static final Fragment[] CATEGORIES =
            Arrays.stream(MedicationCategory.values())
                    .map(MedicationRequestMapping::category)
                    .toArray(Fragment[]::new);

    private static final Fragment[] REASONS =
            Arrays.stream(StopReason.values())
                    .map(MedicationRequestMapping::reason)
                    .toArray(Fragment[]::new);

    private static Fragment category(MedicationCategory category) {
        String display =
                switch (category) {
                    case COMMUNITY -> "Community";
                    case DISCHARGE -> "Discharge";
                    case OUTPATIENT -> "Outpatient";
                    case INPATIENT -> "Inpatient";
                };
        return Fragments.concepts(
                CATEGORY,
                Text.of("http://terminology.hl7.org/CodeSystem/medicationrequest-category"),
                category.code().toString(),
                display);
    }

    private static Fragment reason(StopReason reason) {
        Text system =
                Text.of("http://terminology.hl7.org/CodeSystem/medicationrequest-status-reason");
        return switch (reason) {
            case ALLERGY -> Fragments.concept(STATUS_REASON, system, "salg", null);
            case PREGNANCY -> Fragments.concept(STATUS_REASON, system, "preg", null);
            case REPLACED, CONDITION_ENDED ->
                    Fragment.of(writer -> CodingSystem.text(writer, STATUS_REASON, reason.code()));
        };
    }

    @Override
    public String kind() {
        return "medications";
    }

    @Override
    public ResourceType type() {
        return ResourceType.MEDICATION_REQUEST;
    }

    @Override
    public void write(Medication medication, Population population, ResourceWriter writer) {
        Prescription prescription = medication.prescription();
        LocalDate written = LocalDate.ofEpochDay(prescription.day());
        Ending ending = medication.ending();
        writer.begin(ResourceType.MEDICATION_REQUEST, medication.id());
        DataTypes.meta(writer, ending == null ? written : LocalDate.ofEpochDay(ending.day()), META);
        writer.text(Elements.STATUS, medication.status().code());
        StopReason reason = ending == null ? null : ending.reason();
        if (reason != null) {
            writer.fixed(REASONS[reason.ordinal()]);
        }
        writer.fixed(INTENT);
        writer.fixed(CATEGORIES[medication.category().ordinal()]);
        writer.fixed(NOT_REPORTED);
        drug(medication.drug(), writer);
        writer.reference(Elements.SUBJECT, ResourceType.PATIENT, medication.member().id());
        if (medication.encounter() != null) {
            writer.reference(ENCOUNTER, ResourceType.ENCOUNTER, medication.encounter());
        }
        writer.date(AUTHORED_ON, written);
        DataTypes.provider(writer, REQUESTER, medication.prescriber());
        reasons(medication, writer);
        writer.fixed(prescription.longTerm() ? LONG_TERM : SHORT_TERM);
        dosage(medication.prescription(), writer);
        DispenseRequests.write(medication, written, writer);
        writer.end();
    }

    private static void drug(Drug drug, ResourceWriter writer) {
        writer.beginObject(MEDICATION);
        Text rxnorm = drug.rxnorm();
        Text ndc = drug.ndc();
        if (rxnorm != null || ndc != null) {
            writer.beginArray(Elements.CODING);
            if (rxnorm != null) {
                CodingSystem.RXNORM.coding(writer, rxnorm, drug.name());
            }
            if (ndc != null) {
                CodingSystem.NDC.coding(writer, ndc, null);
            }
            writer.endArray();
        }
        writer.text(Elements.TEXT, drug.name());
        writer.endObject();
    }

    private static void reasons(Medication medication, ResourceWriter writer) {
        Diagnosis diagnosis = diagnosis(medication.prescription());
        if (diagnosis != null) {
            writer.beginArray(REASON_CODE);
            CodingSystem.diagnosis(writer, diagnosis);
            writer.endArray();
        }
        if (medication.condition() != null) {
            writer.beginArray(REASON_REFERENCE);
            writer.reference(ResourceType.CONDITION, medication.condition(), null);
            writer.endArray();
        }
    }

    private static @Nullable Diagnosis diagnosis(Prescription prescription) {
        if (prescription.condition() != null) {
            return prescription.condition().diagnosis();
        }
        return prescription.visit() == null ? null : prescription.visit().diagnosis();
    }

    private static void dosage(Prescription prescription, ResourceWriter writer) {
        writer.beginArray(DOSAGE);
        writer.beginObject();
        writer.text(Elements.TEXT, prescription.directions());
        CodingSystem.text(writer, ROUTE, prescription.drug().route());
        writer.endObject();
        writer.endArray();
    }
}
