package io.github.clinicaldata.format.fhir;

import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.code.DischargeStatus;
import io.github.clinicaldata.record.encounter.Encounter;
import io.github.clinicaldata.record.encounter.EncounterClass;
import io.github.clinicaldata.record.health.VisitDiagnosis;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;

/** Encounters as {@code Encounter}, by US Core. */
@Singleton
public final class EncounterMapping implements ResourceMapping<Encounter> {
    private static final Element PARTICIPANT = Element.of("participant");
    private static final Element INDIVIDUAL = Element.of("individual");
    private static final Element REASON_CODE = Element.of("reasonCode");
    private static final Element DIAGNOSIS = Element.of("diagnosis");
    private static final Element CONDITION = Element.of("condition");
    private static final Element HOSPITALIZATION = Element.of("hospitalization");
    private static final Element DISCHARGE_DISPOSITION = Element.of("dischargeDisposition");
    private static final Element LOCATION = Element.of("location");
    private static final Element SERVICE_PROVIDER = Element.of("serviceProvider");
    private static final Element CLASS = Element.of("class");
    private static final Fragment META = Fragments.meta(Profiles.ENCOUNTER);
    private static final Fragment PERFORMER =
            Fragments.concepts(
                    Elements.TYPE, Systems.PARTICIPATION_TYPE, "PPRF", "primary performer");
    private static final Fragment FIRST =
            Fragment.of(writer -> writer.integer(Element.of("rank"), 1));

    /** Codes only: their texts are not bundled. */
    private static final CodingSystem DISCHARGE_STATUS =
            CodingSystem.of("https://www.nubc.org/CodeSystem/PatDischargeStatus");

    private static final Fragment[] CLASSES =
            Arrays.stream(EncounterClass.values())
                    .map(EncounterMapping::encounterClass)
                    .toArray(Fragment[]::new);

    private static Fragment encounterClass(EncounterClass of) {
        return switch (of) {
            case AMBULATORY -> encounterClass("AMB", "ambulatory");
            case EMERGENCY -> encounterClass("EMER", "emergency");
            case INPATIENT -> encounterClass("IMP", "inpatient encounter");
            case VIRTUAL -> encounterClass("VR", "virtual");
            case HOME -> encounterClass("HH", "home health");
            case SKILLED_NURSING -> encounterClass("NONAC", "inpatient non-acute");
        };
    }

    private static Fragment encounterClass(String code, String display) {
        return Fragment.of(
                writer -> {
                    writer.beginObject(CLASS);
                    Fragments.coding(writer, Systems.ACT_CODE, code, display);
                    writer.endObject();
                });
    }

    @Override
    public String kind() {
        return "encounters";
    }

    @Override
    public ResourceType type() {
        return ResourceType.ENCOUNTER;
    }

    @Override
    public void write(Encounter encounter, Population population, ResourceWriter writer) {
        writer.begin(ResourceType.ENCOUNTER, encounter.id());
        OffsetDateTime end = encounter.end();
        DataTypes.meta(writer, (end == null ? encounter.start() : end).toLocalDate(), META);
        writer.text(Elements.STATUS, encounter.status().code());
        writer.fixed(CLASSES[encounter.type().ordinal()]);
        CodingSystem.texts(writer, Elements.TYPE, encounter.visit().rule().what());
        writer.reference(Elements.SUBJECT, ResourceType.PATIENT, encounter.member().id());
        writer.beginArray(PARTICIPANT);
        writer.beginObject();
        writer.fixed(PERFORMER);
        DataTypes.provider(writer, INDIVIDUAL, encounter.practitioner());
        writer.endObject();
        writer.endArray();
        DataTypes.period(writer, Elements.PERIOD, encounter.start(), end);
        diagnoses(encounter, writer);
        discharge(encounter, writer);
        writer.beginArray(LOCATION);
        writer.beginObject();
        writer.reference(
                LOCATION,
                ResourceType.LOCATION,
                encounter.facility().id(),
                encounter.facility().name());
        writer.endObject();
        writer.endArray();
        DataTypes.provider(writer, SERVICE_PROVIDER, encounter.facility());
        writer.end();
    }

    private static void diagnoses(Encounter encounter, ResourceWriter writer) {
        List<VisitDiagnosis> diagnoses = encounter.diagnoses();
        if (!diagnoses.isEmpty()) {
            writer.beginArray(REASON_CODE);
            for (int i = 0; i < diagnoses.size(); i++) {
                CodingSystem.diagnosis(writer, diagnoses.get(i).diagnosis());
            }
            writer.endArray();
        }
        if (encounter.condition() != null) {
            writer.beginArray(DIAGNOSIS);
            writer.beginObject();
            writer.reference(CONDITION, ResourceType.CONDITION, encounter.condition());
            writer.fixed(FIRST);
            writer.endObject();
            writer.endArray();
        }
    }

    private static void discharge(Encounter encounter, ResourceWriter writer) {
        DischargeStatus discharge = encounter.visit().discharge();
        if (encounter.end() != null && discharge != null) {
            writer.beginObject(HOSPITALIZATION);
            DISCHARGE_STATUS.concept(
                    writer, DISCHARGE_DISPOSITION, discharge.code(), null, discharge.name());
            writer.endObject();
        }
    }
}
