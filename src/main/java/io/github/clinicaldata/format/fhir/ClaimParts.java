package io.github.clinicaldata.format.fhir;

import io.github.clinicaldata.format.Literal;
import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.claim.Claim;
import io.github.clinicaldata.record.claim.ClaimStatus;
import io.github.clinicaldata.record.claim.ClaimType;
import io.github.clinicaldata.record.claim.ClaimsKind;
import io.github.clinicaldata.record.coverage.Coverage;
import io.github.clinicaldata.record.health.PresentOnAdmission;
import io.github.clinicaldata.record.health.VisitDiagnosis;
import io.github.clinicaldata.record.procedure.StayProcedures.StayProcedure;
import io.github.clinicaldata.record.provider.Provider;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes what a claim and its explanation of benefit have alike. */
final class ClaimParts {
    private static final Fragment NUMBER =
            Fragment.of(
                    writer -> {
                        writer.beginObject(Elements.TYPE);
                        Fragments.codings(
                                writer, ClaimSystems.C4BB_IDENTIFIER_TYPE, "uc", "Unique Claim ID");
                        writer.endObject();
                        writer.text(Elements.SYSTEM, ClaimSystems.CLAIM_NUMBER);
                    });
    private static final Fragment ACTIVE = Fragments.text(Elements.STATUS, "active");
    private static final Fragment CANCELLED = Fragments.text(Elements.STATUS, "cancelled");
    private static final Fragment CLAIM = Fragments.text(Elements.USE, "claim");
    private static final Fragment PROFESSIONAL = type("professional", "Professional");
    private static final Fragment PHARMACY = type("pharmacy", "Pharmacy");
    private static final Fragment INPATIENT = institutional("inpatient", "Inpatient");
    private static final Fragment OUTPATIENT = institutional("outpatient", "Outpatient");
    private static final Fragment PRIOR =
            Fragments.concept(
                    ClaimElements.RELATIONSHIP, ClaimSystems.RELATED_CLAIM, "prior", "Prior Claim");
    private static final Fragment TO_PROVIDER =
            Fragments.concept(Elements.TYPE, ClaimSystems.PAYEE_TYPE, "provider", "Provider");
    private static final Fragment RENDERING = role("rendering", "Rendering provider");
    private static final Fragment ATTENDING = role("attending", "Attending");
    private static final Fragment PRESCRIBING = role("prescribing", "Prescribing provider");
    private static final Fragment PRINCIPAL =
            Fragments.concepts(
                    Elements.TYPE, ClaimSystems.DIAGNOSIS_TYPE, "principal", "Principal Diagnosis");
    private static final Fragment PRINCIPAL_PROCEDURE = procedure("principal", "Principal");
    private static final Fragment OTHER_PROCEDURE = procedure("other", "Other");
    private static final Fragment SECONDARY = diagnosis("secondary", "Secondary");
    private static final Fragment OTHER = diagnosis("other", "Other");
    private static final Fragment CAUSE =
            diagnosis("externalcauseofinjury", "External Cause of Injury");
    private static final Fragment PRESENT = present("Y");
    private static final Fragment NOT_PRESENT = present("N");

    private ClaimParts() {}

    private static Fragment type(String code, String display) {
        return Fragments.concept(Elements.TYPE, ClaimSystems.CLAIM_TYPE, code, display);
    }

    private static Fragment institutional(String code, String display) {
        return Fragment.of(
                writer -> {
                    writer.fixed(type("institutional", "Institutional"));
                    writer.fixed(
                            Fragments.concept(
                                    ClaimElements.SUB_TYPE,
                                    ClaimSystems.C4BB_SUB_TYPE,
                                    code,
                                    display));
                });
    }

    private static Fragment role(String code, String display) {
        return Fragments.concept(
                ClaimElements.ROLE, ClaimSystems.C4BB_CARE_TEAM_ROLE, code, display);
    }

    private static Fragment diagnosis(String code, String display) {
        return Fragments.concepts(Elements.TYPE, ClaimSystems.C4BB_DIAGNOSIS_TYPE, code, display);
    }

    private static Fragment procedure(String code, String display) {
        return Fragments.concepts(Elements.TYPE, ClaimSystems.C4BB_PROCEDURE_TYPE, code, display);
    }

    private static Fragment present(String code) {
        return Fragments.concept(
                ClaimElements.ON_ADMISSION, ClaimSystems.PRESENT_ON_ADMISSION, code, null);
    }

    /** Writes the identifier, status, type and use, the patient and the days of service. */
    static void opening(ResourceWriter writer, Claim claim) {
        writer.beginArray(Elements.IDENTIFIER);
        DataTypes.identifier(writer, NUMBER, ClaimsKind.NUMBER, claim.number());
        writer.endArray();
        writer.fixed(claim.status() == ClaimStatus.REVERSED ? CANCELLED : ACTIVE);
        writer.fixed(
                switch (claim.type()) {
                    case PROFESSIONAL -> PROFESSIONAL;
                    case INSTITUTIONAL -> claim.stay() == null ? OUTPATIENT : INPATIENT;
                    case PHARMACY -> PHARMACY;
                });
        writer.fixed(CLAIM);
        writer.reference(Elements.PATIENT, ResourceType.PATIENT, claim.member().id());
        FinancialTypes.period(writer, ClaimElements.BILLABLE_PERIOD, claim.from(), claim.to());
    }

    /** Writes who is to pay, and who bills. */
    static void parties(ResourceWriter writer, Claim claim) {
        FinancialTypes.payer(writer, ClaimElements.INSURER, claim.coverage().payer());
        FinancialTypes.provider(writer, ClaimElements.PROVIDER, claim.billing());
    }

    /** Writes the claim that this one replaces or takes back; its number is in its id. */
    static void related(ResourceWriter writer, Claim claim) {
        if (claim.original() == null) {
            return;
        }
        writer.beginArray(ClaimElements.RELATED);
        writer.beginObject();
        writer.reference(ClaimElements.CLAIM, ResourceType.CLAIM, claim.original());
        writer.fixed(PRIOR);
        writer.beginObject(ClaimElements.REFERENCE);
        writer.fixed(NUMBER);
        writer.digits(Elements.VALUE, ClaimsKind.NUMBER, claim.original().index());
        writer.endObject();
        writer.endObject();
        writer.endArray();
    }

    /** Writes who is paid: who bills. */
    static void payee(ResourceWriter writer, Claim claim) {
        writer.beginObject(ClaimElements.PAYEE);
        writer.fixed(TO_PROVIDER);
        FinancialTypes.provider(writer, ClaimElements.PARTY, claim.billing());
        writer.endObject();
    }

    /** Writes the person who gave or ordered the service, where one did. */
    static void careTeam(ResourceWriter writer, Claim claim) {
        Provider by = claim.rendering();
        if (by == null || !FinancialTypes.isPerson(by)) {
            return;
        }
        writer.beginArray(ClaimElements.CARE_TEAM);
        writer.beginObject();
        writer.integer(ClaimElements.SEQUENCE, 1);
        FinancialTypes.provider(writer, ClaimElements.PROVIDER, by);
        writer.fixed(
                switch (claim.type()) {
                    case PROFESSIONAL -> RENDERING;
                    case INSTITUTIONAL -> ATTENDING;
                    case PHARMACY -> PRESCRIBING;
                });
        CodingSystem.TAXONOMY.concept(
                writer, ClaimElements.QUALIFICATION, by.type().taxonomy(), null);
        writer.endObject();
        writer.endArray();
    }

    /** Writes the diagnoses. */
    static void diagnoses(ResourceWriter writer, Claim claim) {
        List<VisitDiagnosis> diagnoses = claim.diagnoses();
        if (diagnoses.isEmpty()) {
            return;
        }
        boolean stay = claim.stay() != null;
        writer.beginArray(ClaimElements.DIAGNOSIS);
        for (int i = 0; i < diagnoses.size(); i++) {
            VisitDiagnosis each = diagnoses.get(i);
            writer.beginObject();
            writer.integer(ClaimElements.SEQUENCE, i + 1);
            CodingSystem.ICD10CM.concept(
                    writer,
                    ClaimElements.DIAGNOSIS_CONCEPT,
                    each.diagnosis().code(),
                    each.diagnosis().description());
            writer.fixed(i == 0 ? PRINCIPAL : further(claim.type(), each.diagnosis().code()));
            if (stay) {
                presence(writer, each.presentOnAdmission());
            }
            writer.endObject();
        }
        writer.endArray();
    }

    /** Writes the procedures of a stay. */
    static void procedures(ResourceWriter writer, Claim claim) {
        List<StayProcedure> procedures = claim.procedures();
        if (procedures.isEmpty()) {
            return;
        }
        writer.beginArray(ClaimElements.PROCEDURE);
        for (int i = 0; i < procedures.size(); i++) {
            StayProcedure each = procedures.get(i);
            writer.beginObject();
            writer.integer(ClaimElements.SEQUENCE, i + 1);
            writer.fixed(i == 0 ? PRINCIPAL_PROCEDURE : OTHER_PROCEDURE);
            writer.date(ClaimElements.DATE, LocalDate.ofEpochDay(each.day()));
            CodingSystem.ICD10PCS.concept(
                    writer, ClaimElements.PROCEDURE_CONCEPT, each.code(), each.description());
            writer.endObject();
        }
        writer.endArray();
    }

    /** Codes of V to Y are causes; only institutional claims tell them apart. */
    private static Fragment further(ClaimType type, Text code) {
        byte first = code.byteAt(0);
        if (type != ClaimType.INSTITUTIONAL) {
            return SECONDARY;
        }
        return first >= 'V' && first <= 'Y' ? CAUSE : OTHER;
    }

    private static void presence(ResourceWriter writer, @Nullable PresentOnAdmission presence) {
        if (presence != null && presence != PresentOnAdmission.EXEMPT) {
            writer.fixed(presence == PresentOnAdmission.YES ? PRESENT : NOT_PRESENT);
        }
    }

    /** Writes the coverage that pays. */
    static void coverage(ResourceWriter writer, Claim claim) {
        writer.bool(ClaimElements.FOCAL, true);
        writer.reference(
                ClaimElements.COVERAGE,
                ResourceType.COVERAGE,
                claim.member().id(),
                suffix(claim),
                null);
    }

    private static Literal suffix(Claim claim) {
        if (claim.prior() != null) {
            return SecondaryCoverageMapping.ID_SUFFIX;
        }
        return claim.coverage().product().equals(Coverage.DRUG_PLAN)
                ? DrugCoverageMapping.ID_SUFFIX
                : Literal.EMPTY;
    }
}
