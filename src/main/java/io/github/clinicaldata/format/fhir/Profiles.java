package io.github.clinicaldata.format.fhir;

/** The profiles that resources claim: US Core 6.1.0, and CARIN Blue Button 2. */
public final class Profiles {
    private static final String US_CORE = "http://hl7.org/fhir/us/core/StructureDefinition/";
    private static final String C4BB = "http://hl7.org/fhir/us/carin-bb/StructureDefinition/C4BB-";

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

    /** CARIN Blue Button Patient. */
    public static final String C4BB_PATIENT = C4BB + "Patient";

    /** CARIN Blue Button Practitioner. */
    public static final String C4BB_PRACTITIONER = C4BB + "Practitioner";

    /** CARIN Blue Button Organization. */
    public static final String C4BB_ORGANIZATION = C4BB + "Organization";

    /** CARIN Blue Button Coverage. */
    public static final String C4BB_COVERAGE = C4BB + "Coverage";

    /** CARIN Blue Button ExplanationOfBenefit of practitioners and suppliers. */
    public static final String C4BB_EOB_PROFESSIONAL =
            C4BB + "ExplanationOfBenefit-Professional-NonClinician";

    /** CARIN Blue Button ExplanationOfBenefit of stays. */
    public static final String C4BB_EOB_INPATIENT =
            C4BB + "ExplanationOfBenefit-Inpatient-Institutional";

    /** CARIN Blue Button ExplanationOfBenefit of institutions without a stay. */
    public static final String C4BB_EOB_OUTPATIENT =
            C4BB + "ExplanationOfBenefit-Outpatient-Institutional";

    /** CARIN Blue Button ExplanationOfBenefit of pharmacies. */
    public static final String C4BB_EOB_PHARMACY = C4BB + "ExplanationOfBenefit-Pharmacy";

    private Profiles() {}
}
