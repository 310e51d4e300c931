package io.github.clinicaldata.format.fhir;

import io.github.clinicaldata.record.Text;

/** The systems of codes and identifiers. Those of our own are at a reserved example domain. */
public final class Systems {
    /** Where resources would be served; a Bundle names them by it. */
    public static final String BASE_URL = "https://clinicaldata.example/fhir/";

    /** Member ids. */
    public static final Text MEMBER_ID = Text.of("https://clinicaldata.example/member-id");

    /** Subscriber ids. */
    public static final Text SUBSCRIBER_ID = Text.of("https://clinicaldata.example/subscriber-id");

    /** Medicaid ids. */
    public static final Text MEDICAID_ID = Text.of("https://clinicaldata.example/medicaid-id");

    /** Ids of payers. */
    public static final Text PAYER_ID = Text.of("https://clinicaldata.example/payer-id");

    /** Medicare beneficiary identifiers. */
    public static final Text MBI = Text.of("http://hl7.org/fhir/sid/us-mbi");

    /** Social security numbers. */
    public static final Text SSN = Text.of("http://hl7.org/fhir/sid/us-ssn");

    /** National provider identifiers. */
    public static final Text NPI = Text.of("http://hl7.org/fhir/sid/us-npi");

    /** Employer identification numbers. */
    public static final Text EIN = Text.of("urn:oid:2.16.840.1.113883.4.4");

    /** Types of identifiers, HL7's table 0203. */
    public static final Text IDENTIFIER_TYPE =
            Text.of("http://terminology.hl7.org/CodeSystem/v2-0203");

    /** Types of identifiers, of CARIN Blue Button. */
    public static final Text C4BB_IDENTIFIER_TYPE =
            Text.of("http://hl7.org/fhir/us/carin-bb/CodeSystem/C4BBIdentifierType");

    /** Race and ethnicity, CDC. */
    public static final Text RACE_AND_ETHNICITY = Text.of("urn:oid:2.16.840.1.113883.6.238");

    /** Marital status. */
    public static final Text MARITAL_STATUS =
            Text.of("http://terminology.hl7.org/CodeSystem/v3-MaritalStatus");

    /** Roles, among them relationships and places. */
    public static final Text ROLE = Text.of("http://terminology.hl7.org/CodeSystem/v3-RoleCode");

    /** Reasons for acts, among them that data is for tests. */
    public static final Text ACT_REASON =
            Text.of("http://terminology.hl7.org/CodeSystem/v3-ActReason");

    /** Languages, BCP 47. */
    public static final Text LANGUAGE = Text.of("urn:ietf:bcp:47");

    /** Taxonomy codes of providers; their texts are not bundled. */
    public static final Text TAXONOMY = Text.of("http://nucc.org/provider-taxonomy");

    /** Types of organizations. */
    public static final Text ORGANIZATION_TYPE =
            Text.of("http://terminology.hl7.org/CodeSystem/organization-type");

    /** Parts that people play. */
    public static final Text PARTICIPATION_TYPE =
            Text.of("http://terminology.hl7.org/CodeSystem/v3-ParticipationType");

    /** Codes of acts, among them classes of encounters. */
    public static final Text ACT_CODE = Text.of("http://terminology.hl7.org/CodeSystem/v3-ActCode");

    /** Clinical status of conditions. */
    public static final Text CONDITION_CLINICAL =
            Text.of("http://terminology.hl7.org/CodeSystem/condition-clinical");

    /** How sure a condition is. */
    public static final Text CONDITION_VERIFICATION =
            Text.of("http://terminology.hl7.org/CodeSystem/condition-ver-status");

    /** Categories of conditions. */
    public static final Text CONDITION_CATEGORY =
            Text.of("http://terminology.hl7.org/CodeSystem/condition-category");

    /** Categories of observations. */
    public static final Text OBSERVATION_CATEGORY =
            Text.of("http://terminology.hl7.org/CodeSystem/observation-category");

    /** Numbers of orders. */
    public static final Text ORDER_NUMBER = Text.of("https://clinicaldata.example/order-number");

    /** Numbers of specimens and images at who examines them. */
    public static final Text ACCESSION_NUMBER =
            Text.of("https://clinicaldata.example/accession-number");

    /** Sections of diagnostic services, HL7's table 0074. */
    public static final Text DIAGNOSTIC_SERVICE =
            Text.of("http://terminology.hl7.org/CodeSystem/v2-0074");

    private Systems() {}
}
