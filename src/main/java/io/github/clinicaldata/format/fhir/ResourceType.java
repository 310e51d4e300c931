package io.github.clinicaldata.format.fhir;

import io.github.clinicaldata.format.Literal;
import java.util.Arrays;
import java.util.Optional;

/** The types of FHIR R4 that are written. */
public enum ResourceType {
    /** A person who receives care: a member. */
    PATIENT("Patient"),
    /** A person related to a patient: a dependent, to the subscriber. */
    RELATED_PERSON("RelatedPerson"),
    /** A coverage of a member. */
    COVERAGE("Coverage"),
    /** A provider that is an organization, or a payer. */
    ORGANIZATION("Organization"),
    /** A provider who is a person. */
    PRACTITIONER("Practitioner"),
    /** What a practitioner does at an organization. */
    PRACTITIONER_ROLE("PractitionerRole"),
    /** Where an organization is. */
    LOCATION("Location"),
    /** A claim as it was sent. */
    CLAIM("Claim"),
    /** A claim as it was decided. */
    EXPLANATION_OF_BENEFIT("ExplanationOfBenefit"),
    /** An inquiry whether somebody is covered. */
    COVERAGE_ELIGIBILITY_REQUEST("CoverageEligibilityRequest"),
    /** The answer to it. */
    COVERAGE_ELIGIBILITY_RESPONSE("CoverageEligibilityResponse"),
    /** A payment that settles claims. */
    PAYMENT_RECONCILIATION("PaymentReconciliation"),
    /** A visit or a stay. */
    ENCOUNTER("Encounter"),
    /** A condition of a patient. */
    CONDITION("Condition"),
    /** Something measured. */
    OBSERVATION("Observation"),
    /** A report of results. */
    DIAGNOSTIC_REPORT("DiagnosticReport"),
    /** What a laboratory worked on. */
    SPECIMEN("Specimen"),
    /** A prescription. */
    MEDICATION_REQUEST("MedicationRequest"),
    /** A drug. */
    MEDICATION("Medication"),
    /** Something done for a patient. */
    PROCEDURE("Procedure"),
    /** An allergy or an intolerance. */
    ALLERGY_INTOLERANCE("AllergyIntolerance"),
    /** A dose of a vaccine, given or not. */
    IMMUNIZATION("Immunization"),
    /** An appointment. */
    APPOINTMENT("Appointment"),
    /** Where data comes from. */
    PROVENANCE("Provenance");

    private final String typeName;
    private final Literal opening;
    private final Literal reference;
    private final Literal path;

    ResourceType(String typeName) {
        this.typeName = typeName;
        opening = Literal.of("{\"resourceType\":\"" + typeName + "\",\"id\":\"");
        reference = Literal.of("{\"reference\":\"" + typeName + "/");
        path = Literal.of(typeName + "/");
    }

    /** The name as FHIR has it. */
    public String typeName() {
        return typeName;
    }

    /** The type with a name, as FHIR has it. */
    public static Optional<ResourceType> named(String typeName) {
        return Arrays.stream(values()).filter(type -> type.typeName.equals(typeName)).findFirst();
    }

    /** A resource up to the value of its id. */
    Literal opening() {
        return opening;
    }

    /** The path of a resource up to its id. */
    Literal path() {
        return path;
    }

    /** A reference to a resource up to the value of its id. */
    Literal reference() {
        return reference;
    }
}
