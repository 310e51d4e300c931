package io.github.clinicaldata.format.fhir;

import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.code.Diagnosis;
import io.github.clinicaldata.record.condition.Condition;
import io.github.clinicaldata.record.condition.ConditionStatus;
import jakarta.inject.Singleton;
import java.time.LocalDate;

/** Conditions as {@code Condition} of a list of problems, by US Core. */
@Singleton
public final class ConditionMapping implements ResourceMapping<Condition> {
    private static final Element CLINICAL_STATUS = Element.of("clinicalStatus");
    private static final Element ONSET = Element.of("onsetDateTime");
    private static final Element ABATEMENT = Element.of("abatementDateTime");
    private static final Element ASSERTER = Element.of("asserter");
    private static final Element VALUE_CONCEPT = Element.of("valueCodeableConcept");
    private static final Fragment META = Fragments.meta(Profiles.CONDITION);
    private static final Fragment ACTIVE =
            Fragments.concept(CLINICAL_STATUS, Systems.CONDITION_CLINICAL, "active", "Active");
    private static final Fragment RESOLVED =
            Fragments.concept(CLINICAL_STATUS, Systems.CONDITION_CLINICAL, "resolved", "Resolved");
    private static final Fragment CONFIRMED =
            Fragments.concept(
                    Element.of("verificationStatus"),
                    Systems.CONDITION_VERIFICATION,
                    "confirmed",
                    "Confirmed");
    private static final Fragment PROBLEM =
            Fragments.concepts(
                    Element.of("category"),
                    Systems.CONDITION_CATEGORY,
                    "problem-list-item",
                    "Problem List Item");

    /** The cause of an injury. */
    private static final Fragment DUE_TO =
            Fragments.text(Elements.URL, "http://hl7.org/fhir/StructureDefinition/condition-dueTo");

    @Override
    public String kind() {
        return "conditions";
    }

    @Override
    public ResourceType type() {
        return ResourceType.CONDITION;
    }

    @Override
    public void write(Condition condition, Population population, ResourceWriter writer) {
        writer.begin(ResourceType.CONDITION, condition.id());
        LocalDate abatement = condition.abatement();
        LocalDate onset = condition.onset();
        DataTypes.meta(writer, abatement == null ? onset : abatement, META);
        Diagnosis cause = condition.condition().external();
        if (cause != null) {
            writer.beginArray(Elements.EXTENSION);
            writer.beginObject();
            writer.fixed(DUE_TO);
            CodingSystem.ICD10CM.concept(writer, VALUE_CONCEPT, cause.code(), cause.description());
            writer.endObject();
            writer.endArray();
        }
        writer.fixed(condition.status() == ConditionStatus.ACTIVE ? ACTIVE : RESOLVED);
        writer.fixed(CONFIRMED);
        writer.fixed(PROBLEM);
        Diagnosis diagnosis = condition.condition().diagnosis();
        CodingSystem.ICD10CM.concept(
                writer,
                Elements.CODE,
                diagnosis.code(),
                diagnosis.description(),
                condition.condition().pathway().name());
        writer.reference(Elements.SUBJECT, ResourceType.PATIENT, condition.member().id());
        writer.date(ONSET, onset);
        if (abatement != null) {
            writer.date(ABATEMENT, abatement);
        }
        DataTypes.practitioner(writer, ASSERTER, condition.member().primaryCare());
        writer.end();
    }
}
