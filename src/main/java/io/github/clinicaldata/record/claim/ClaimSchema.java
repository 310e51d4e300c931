package io.github.clinicaldata.record.claim;

import io.github.clinicaldata.record.DigitPattern;
import io.github.clinicaldata.record.RecordSchema;
import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.code.DischargeStatus;
import io.github.clinicaldata.record.code.DrgGroup;
import io.github.clinicaldata.record.health.VisitDiagnosis;
import io.github.clinicaldata.record.member.Member;
import io.github.clinicaldata.record.person.Identifiers;
import io.github.clinicaldata.record.procedure.StayProcedures.StayProcedure;
import io.github.clinicaldata.record.provider.Provider;
import java.time.LocalDate;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The fields of a claim. */
final class ClaimSchema {
    /** How claim control numbers are written. */
    static final DigitPattern NUMBER = DigitPattern.of("SYN##############");

    private static final RecordSchema<VisitDiagnosis> DIAGNOSIS =
            RecordSchema.<VisitDiagnosis>named("claim_diagnosis")
                    .integer("number", VisitDiagnosis::rank, "1 for the principal one")
                    .text("code", each -> each.diagnosis().code(), "ICD-10-CM code")
                    .text("description", each -> each.diagnosis().description(), "Its description")
                    .build();

    private static final RecordSchema<StayProcedure> PROCEDURE =
            RecordSchema.<StayProcedure>named("claim_procedure")
                    .text("code", StayProcedure::code, "ICD-10-PCS code")
                    .text("description", StayProcedure::description, "Its description")
                    .date("date", each -> date(each.day()), "When it was done")
                    .build();

    private static final RecordSchema<Claim> STAY =
            RecordSchema.<Claim>named("claim_stay")
                    .date("admission_date", claim -> date(claim.from()), "Day of admission")
                    .date("discharge_date", claim -> date(claim.to()), "Day of discharge")
                    .text(
                            "discharge_status",
                            claim -> discharge(claim).code(),
                            "Discharge status code")
                    .text(
                            "discharge_to",
                            claim -> discharge(claim).name(),
                            "What the code stands for, in our words")
                    .optionalText(
                            "drg",
                            claim -> ofDrg(claim, DrgGroup::code),
                            "MS-DRG, of a hospital stay")
                    .optionalText("drg_title", claim -> ofDrg(claim, DrgGroup::title), "Its title")
                    .build();

    /** The billing provider, with what a payer needs to pay it. */
    private static final RecordSchema<Claim> BILLING =
            RecordSchema.<Claim>named("billing_provider")
                    .id("id", claim -> claim.billing().id(), "Record of the provider")
                    .digits("npi", Identifiers.NPI, Claim::billingNpi, "NPI, never issued")
                    .text("name", claim -> claim.billing().name(), "Name as it is shown")
                    .text("type", claim -> claim.billing().type().type(), "Type of provider")
                    .text("taxonomy", claim -> claim.billing().type().taxonomy(), "Taxonomy code")
                    .digits(
                            "tax_id",
                            Identifiers.EIN,
                            claim -> claim.billing().taxId(),
                            "Employer identification number, prefix never assigned")
                    .bool("in_network", Claim::inNetwork, "Whether it is in the payer's network")
                    .build();

    /** What the payer before made of a claim to a second one. */
    private static final RecordSchema<Claim> PRIOR =
            RecordSchema.<Claim>named("claim_prior_payer")
                    .id("claim", claim -> before(claim.prior()), "Record of the claim to it")
                    .text(
                            "payer_id",
                            claim -> before(claim.priorCoverage()).payer().id(),
                            "That payer's id")
                    .text(
                            "payer_name",
                            claim -> before(claim.priorCoverage()).payer().name(),
                            "That payer")
                    .text(
                            "product",
                            claim -> before(claim.priorCoverage()).product(),
                            "Product type there")
                    .date("decision_date", claim -> date(claim.priorDay()), "When it decided")
                    .money(
                            "allowed",
                            claim -> before(claim.priorDecision()).allowed(),
                            "What it allowed")
                    .money("paid", claim -> before(claim.priorDecision()).paid(), "What it paid")
                    .money(
                            "member",
                            claim -> before(claim.priorDecision()).member(),
                            "What it left to the member")
                    .build();

    static final RecordSchema<Claim> SCHEMA =
            RecordSchema.<Claim>named("claim")
                    .id("id", Claim::id, "Id of the record")
                    .bool("synthetic", claim -> true, "Always true: nobody real")
                    .digits("claim_number", NUMBER, Claim::number, "The payer's control number")
                    .code("type", ClaimType.class, Claim::type, "What kind of bill it is")
                    .code(
                            "frequency",
                            ClaimFrequency.class,
                            Claim::frequency,
                            "1 the first claim, 7 a replacement, 8 takes one back")
                    .optionalId(
                            "original_claim",
                            Claim::original,
                            "The claim that this one replaces or takes back")
                    .code("status", ClaimStatus.class, Claim::status, "How far the payer is")
                    .group("member", Claim::member, Member.REFERENCE, "The patient")
                    .digits(
                            "subscriber_id",
                            Identifiers.SUBSCRIBER_ID,
                            claim -> claim.member().subscriberNumber(),
                            "Subscriber id")
                    .text("payer_id", claim -> claim.coverage().payer().id(), "The payer's id")
                    .text("payer_name", claim -> claim.coverage().payer().name(), "The payer")
                    .text("product", claim -> claim.coverage().product(), "Product type")
                    .optionalText(
                            "group_number",
                            claim -> claim.coverage().groupNumber(),
                            "The employer's group number")
                    .group("billing_provider", claim -> claim, BILLING, "Who bills")
                    .optionalGroup(
                            "rendering_provider",
                            Claim::rendering,
                            Provider.REFERENCE,
                            "Who gave the service, or prescribed the drug")
                    .optionalGroup(
                            "facility",
                            Claim::facility,
                            Provider.REFERENCE,
                            "Where it was given, if not at the billing provider's")
                    .optionalId("encounter_id", Claim::encounter, "Record of the encounter")
                    .optionalText(
                            "place_of_service",
                            Claim::placeOfService,
                            "Place of service code of professional and pharmacy claims")
                    .optionalText(
                            "type_of_bill",
                            ClaimSchema::typeOfBill,
                            "Type of bill of institutional claims")
                    .date("service_from", claim -> date(claim.from()), "First day of service")
                    .date("service_to", claim -> date(claim.to()), "Last day of service")
                    .date("received_date", claim -> date(claim.received()), "Day of receipt")
                    .optionalGroup(
                            "stay",
                            claim -> claim.stay() == null ? null : claim,
                            STAY,
                            "Of a stay in a hospital or skilled nursing facility")
                    .groups(
                            "diagnoses",
                            Claim::diagnoses,
                            DIAGNOSIS,
                            "ICD-10-CM codes, the principal one first")
                    .money("charge", Claim::charge, "Sum of the lines' charges in US dollars")
                    .groups("lines", Claim::lines, ClaimLineSchema.SCHEMA, "What is billed")
                    .optionalGroup(
                            "decision",
                            Claim::decision,
                            Decision.SCHEMA,
                            "What the payer made of it, once it is decided")
                    .groups(
                            "status_history",
                            Claim::history,
                            StatusChange.SCHEMA,
                            "The steps so far")
                    .optionalCode(
                            "fault",
                            ClaimFault.class,
                            Claim::fault,
                            "What is wrong with it on purpose; see the knob invalid_share")
                    .code(
                            "payer_sequence",
                            PayerSequence.class,
                            Claim::sequence,
                            "Which of the member's payers it goes to")
                    .optionalGroup(
                            "prior_payer",
                            claim -> claim.prior() == null ? null : claim,
                            PRIOR,
                            "Of a claim to a second payer: what the first one made of it")
                    .groups(
                            "procedures",
                            Claim::procedures,
                            PROCEDURE,
                            "ICD-10-PCS codes of a hospital stay, the principal one first")
                    .build();

    private ClaimSchema() {}

    private static LocalDate date(int day) {
        return LocalDate.ofEpochDay(day);
    }

    private static <T> T before(@Nullable T known) {
        return Objects.requireNonNull(known);
    }

    private static @Nullable Text ofDrg(Claim claim, Function<DrgGroup, Text> field) {
        DrgGroup drg = Objects.requireNonNull(claim.visit()).drg();
        return drg == null ? null : field.apply(drg);
    }

    private static DischargeStatus discharge(Claim claim) {
        return Objects.requireNonNull(Objects.requireNonNull(claim.visit()).discharge());
    }

    private static @Nullable Text typeOfBill(Claim claim) {
        Text facility = claim.typeOfBill();
        return facility == null ? null : TypeOfBill.of(facility, claim.frequency());
    }
}
