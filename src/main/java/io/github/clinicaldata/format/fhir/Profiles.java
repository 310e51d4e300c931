package io.github.clinicaldata.format.fhir;

/** The profiles that resources claim: US Core 6.1.0 and CARIN Blue Button 2.1.0. */
public final class Profiles {
    private static final String US_CORE = "http://hl7.org/fhir/us/core/StructureDefinition/";
    private static final String C4BB = "http://hl7.org/fhir/us/carin-bb/StructureDefinition/C4BB-";

    /** The profiles of CARIN want it; those of US Core don't. */
    private static final String C4BB_VERSION = "|2.1.0";

    /** US Core Patient. */
    public static final String PATIENT = US_CORE + "us-core-patient";

    /** US Core RelatedPerson. */
    public static final String RELATED_PERSON = US_CORE + "us-core-relatedperson";

    /** US Core Practitioner. */
    public static final String PRACTITIONER = US_CORE + "us-core-practitioner";

    /** US Core PractitionerRole. */
    public static final String PRACTITIONER_ROLE = US_CORE + "us-core-practitionerrole";

    /** US Core Organization. */
    public static final String ORGANIZATION = US_CORE + "us-core-organization";

    /** US Core Location. */
    public static final String LOCATION = US_CORE + "us-core-location";

    /** US Core Encounter. */
    public static final String ENCOUNTER = US_CORE + "us-core-encounter";

    /** US Core Condition of a list of problems. */
    public static final String CONDITION = US_CORE + "us-core-condition-problems-health-concerns";

    /** US Core result of a laboratory. */
    public static final String LABORATORY_RESULT = US_CORE + "us-core-observation-lab";

    /** US Core score of answers. */
    public static final String SCREENING = US_CORE + "us-core-observation-screening-assessment";

    /** US Core smoking status. */
    public static final String SMOKING_STATUS = US_CORE + "us-core-smokingstatus";

    /** US Core report of a laboratory. */
    public static final String LABORATORY_REPORT = US_CORE + "us-core-diagnosticreport-lab";

    /** US Core report of an image or a study. */
    public static final String REPORT = US_CORE + "us-core-diagnosticreport-note";

    /** US Core Specimen. */
    public static final String SPECIMEN = US_CORE + "us-core-specimen";

    /** US Core MedicationRequest. */
    public static final String MEDICATION_REQUEST = US_CORE + "us-core-medicationrequest";

    /** US Core Procedure. */
    public static final String PROCEDURE = US_CORE + "us-core-procedure";

    /** US Core AllergyIntolerance. */
    public static final String ALLERGY = US_CORE + "us-core-allergyintolerance";

    /** US Core Immunization. */
    public static final String IMMUNIZATION = US_CORE + "us-core-immunization";

    /** US Core Provenance. */
    public static final String PROVENANCE = US_CORE + "us-core-provenance";

    /** US Core vital sign. */
    public static final String VITAL_SIGNS = US_CORE + "us-core-vital-signs";

    /** US Core blood pressure. */
    public static final String BLOOD_PRESSURE = US_CORE + "us-core-blood-pressure";

    /** US Core body weight. */
    public static final String BODY_WEIGHT = US_CORE + "us-core-body-weight";

    /** US Core body height. */
    public static final String BODY_HEIGHT = US_CORE + "us-core-body-height";

    /** US Core heart rate. */
    public static final String HEART_RATE = US_CORE + "us-core-heart-rate";

    /** US Core respiratory rate. */
    public static final String RESPIRATORY_RATE = US_CORE + "us-core-respiratory-rate";

    /** US Core body temperature. */
    public static final String BODY_TEMPERATURE = US_CORE + "us-core-body-temperature";

    /** US Core pulse oximetry. */
    public static final String PULSE_OXIMETRY = US_CORE + "us-core-pulse-oximetry";

    /** US Core body mass index. */
    public static final String BMI = US_CORE + "us-core-bmi";

    /** US Core head circumference. */
    public static final String HEAD_CIRCUMFERENCE = US_CORE + "us-core-head-circumference";

    /** US Core body mass index of children by percentile. */
    public static final String BMI_PERCENTILE = US_CORE + "pediatric-bmi-for-age";

    /** CARIN Blue Button Patient. */
    public static final String C4BB_PATIENT = C4BB + "Patient" + C4BB_VERSION;

    /** CARIN Blue Button RelatedPerson. */
    public static final String C4BB_RELATED_PERSON = C4BB + "RelatedPerson" + C4BB_VERSION;

    /** CARIN Blue Button Practitioner. */
    public static final String C4BB_PRACTITIONER = C4BB + "Practitioner" + C4BB_VERSION;

    /** CARIN Blue Button Organization. */
    public static final String C4BB_ORGANIZATION = C4BB + "Organization" + C4BB_VERSION;

    /** CARIN Blue Button Coverage. */
    public static final String C4BB_COVERAGE = C4BB + "Coverage" + C4BB_VERSION;

    /** CARIN Blue Button ExplanationOfBenefit of practitioners and suppliers. */
    public static final String C4BB_EOB_PROFESSIONAL =
            C4BB + "ExplanationOfBenefit-Professional-NonClinician" + C4BB_VERSION;

    /** CARIN Blue Button ExplanationOfBenefit of stays. */
    public static final String C4BB_EOB_INPATIENT =
            C4BB + "ExplanationOfBenefit-Inpatient-Institutional" + C4BB_VERSION;

    /** CARIN Blue Button ExplanationOfBenefit of institutions without a stay. */
    public static final String C4BB_EOB_OUTPATIENT =
            C4BB + "ExplanationOfBenefit-Outpatient-Institutional" + C4BB_VERSION;

    /** CARIN Blue Button ExplanationOfBenefit of pharmacies. */
    public static final String C4BB_EOB_PHARMACY =
            C4BB + "ExplanationOfBenefit-Pharmacy" + C4BB_VERSION;

    private Profiles() {}
}
