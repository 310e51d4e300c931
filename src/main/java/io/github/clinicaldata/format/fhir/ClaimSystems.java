package io.github.clinicaldata.format.fhir;

import io.github.clinicaldata.record.Text;

/**
 * The systems of codes and identifiers of claims, coverages and what follows from them. Source: HL7
 * Terminology, and CARIN Blue Button 2. Of NUBC, NCPDP, X12 and CPT only codes are written, never
 * texts.
 */
final class ClaimSystems {
    private static final String HL7 = "http://terminology.hl7.org/CodeSystem/";
    private static final String C4BB = "http://hl7.org/fhir/us/carin-bb/CodeSystem/C4BB";
    private static final String NUBC = "https://www.nubc.org/CodeSystem/";

    /** The payers' control numbers of claims. */
    static final Text CLAIM_NUMBER = Text.of("https://clinicaldata.example/claim-number");

    /** Trace numbers of eligibility checks. */
    static final Text TRACE_NUMBER = Text.of("https://clinicaldata.example/trace-number");

    /** Numbers of payments. */
    static final Text PAYMENT_NUMBER = Text.of("https://clinicaldata.example/payment-number");

    /** What a detail of a payment is. */
    static final Text PAYMENT_TYPE = Text.of(HL7 + "payment-type");

    /** Types of claims. */
    static final Text CLAIM_TYPE = Text.of(HL7 + "claim-type");

    /** How urgent a claim is. */
    static final Text PRIORITY = Text.of(HL7 + "processpriority");

    /** Who is paid. */
    static final Text PAYEE_TYPE = Text.of(HL7 + "payeetype");

    /** How claims are related. */
    static final Text RELATED_CLAIM = Text.of(HL7 + "ex-relatedclaimrelationship");

    /** What a diagnosis is in a claim. */
    static final Text DIAGNOSIS_TYPE = Text.of(HL7 + "ex-diagnosistype");

    /** Amounts of a decision. */
    static final Text ADJUDICATION = Text.of(HL7 + "adjudication");

    /** Why an element is missing. */
    static final Text DATA_ABSENT = Text.of(HL7 + "data-absent-reason");

    /** A member's relationship to the subscriber. */
    static final Text RELATIONSHIP = Text.of(HL7 + "subscriber-relationship");

    /** Groups, plans and the like of a coverage. */
    static final Text COVERAGE_CLASS = Text.of(HL7 + "coverage-class");

    /** Codes of acts, among them kinds of coverage. */
    static final Text ACT_CODE = Text.of(HL7 + "v3-ActCode");

    /** Kinds of benefits. */
    static final Text BENEFIT_TYPE = Text.of(HL7 + "benefit-type");

    /** Whether a benefit holds in the network. */
    static final Text BENEFIT_NETWORK = Text.of(HL7 + "benefit-network");

    /** The time that a benefit is for. */
    static final Text BENEFIT_TERM = Text.of(HL7 + "benefit-term");

    /** Types of identifiers of claims. */
    static final Text C4BB_IDENTIFIER_TYPE = Text.of(C4BB + "IdentifierType");

    /** Whether an institutional claim is for a stay. */
    static final Text C4BB_SUB_TYPE = Text.of(C4BB + "InstitutionalClaimSubType");

    /** Parts that providers play in a claim. */
    static final Text C4BB_CARE_TEAM_ROLE = Text.of(C4BB + "ClaimCareTeamRole");

    /** What a procedure is in a claim for a stay. */
    static final Text C4BB_PROCEDURE_TYPE = Text.of(C4BB + "ClaimProcedureType");

    /** What else a claim tells. */
    static final Text C4BB_SUPPORTING_INFO = Text.of(C4BB + "SupportingInfoType");

    /** What a diagnosis is in a claim. */
    static final Text C4BB_DIAGNOSIS_TYPE = Text.of(C4BB + "ClaimDiagnosisType");

    /** Amounts of a decision. */
    static final Text C4BB_ADJUDICATION = Text.of(C4BB + "Adjudication");

    /** What a decision tells beside amounts. */
    static final Text C4BB_DISCRIMINATOR = Text.of(C4BB + "AdjudicationDiscriminator");

    /** In or out of the network, paid or denied. */
    static final Text C4BB_STATUS = Text.of(C4BB + "PayerAdjudicationStatus");

    /** Whether a diagnosis was there on admission. */
    static final Text PRESENT_ON_ADMISSION = Text.of(NUBC + "PresentOnAdmissionIndicator");

    /** Types of bill. */
    static final CodingSystem TYPE_OF_BILL = CodingSystem.of(NUBC + "TypeOfBill");

    /** Types of admission. */
    static final CodingSystem ADMISSION_TYPE = CodingSystem.of(NUBC + "PriorityTypeOfAdmitOrVisit");

    /** Where patients come from. */
    static final CodingSystem ORIGIN = CodingSystem.of(NUBC + "PointOfOrigin");

    /** Where newborns come from. */
    static final CodingSystem ORIGIN_OF_NEWBORN = CodingSystem.of(NUBC + "PointOfOriginNewborn");

    /** Where patients go. */
    static final CodingSystem DISCHARGE = CodingSystem.of(NUBC + "PatDischargeStatus");

    /** Revenue codes. */
    static final CodingSystem REVENUE = CodingSystem.of(NUBC + "RevenueCodes");

    /** MS-DRGs. */
    static final CodingSystem DRG =
            CodingSystem.of(
                    "https://www.cms.gov/Medicare/Medicare-Fee-for-Service-Payment"
                            + "/AcuteInpatientPPS/MS-DRG-Classifications-and-Software");

    /** Places of service. */
    static final CodingSystem PLACE_OF_SERVICE =
            CodingSystem.of(
                    "https://www.cms.gov/Medicare/Coding/place-of-service-codes"
                            + "/Place_of_Service_Code_Set");

    /** Services and modifiers, level II, by the address that CARIN Blue Button has. */
    static final CodingSystem HCPCS =
            CodingSystem.of("https://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets");

    /** Services, level I: only where a client has given the code. */
    static final CodingSystem CPT = CodingSystem.of("http://www.ama-assn.org/go/cpt");

    /** Why a part of a charge is not paid. */
    static final CodingSystem ADJUSTMENT_REASON =
            CodingSystem.of("https://x12.org/codes/claim-adjustment-reason-codes");

    /** Remarks to that. */
    static final CodingSystem REMARK =
            CodingSystem.of("https://x12.org/codes/remittance-advice-remark-codes");

    /** Why a pharmacy claim is turned down. */
    static final CodingSystem PHARMACY_REJECT = CodingSystem.of(HL7 + "NCPDPRejectCode");

    /** Kinds of service of eligibility checks. */
    static final CodingSystem SERVICE_TYPE =
            CodingSystem.of("https://codesystem.x12.org/005010/1365");

    /** Why an eligibility check is rejected. */
    static final CodingSystem REJECT_REASON =
            CodingSystem.of("https://codesystem.x12.org/005010/901");

    private ClaimSystems() {}
}
