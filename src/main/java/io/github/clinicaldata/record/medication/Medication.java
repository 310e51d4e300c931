package io.github.clinicaldata.record.medication;

import io.github.clinicaldata.record.RecordId;
import io.github.clinicaldata.record.RecordSchema;
import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.code.Diagnosis;
import io.github.clinicaldata.record.code.Drug;
import io.github.clinicaldata.record.member.Member;
import io.github.clinicaldata.record.provider.Provider;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A prescription as it is known on the population's {@code asOf}.
 *
 * @param id the record's id
 * @param status whether it is still valid
 * @param ending how it came to its end, or null where it has not
 * @param member for whom
 * @param prescription of what
 * @param condition the record of the condition that it is for, or null
 * @param encounter the record of the encounter at which it was written, or null
 * @param prescriber who wrote it
 * @param pharmacy where the member has it filled, or null for what is given in a clinic
 */
public record Medication(
        RecordId id,
        MedicationStatus status,
        @Nullable Ending ending,
        Member member,
        Prescription prescription,
        @Nullable RecordId condition,
        @Nullable RecordId encounter,
        Provider prescriber,
        @Nullable Provider pharmacy) {
    private static final int TENTHS = 1;

    /** The fields of a medication. */
    public static final RecordSchema<Medication> SCHEMA =
            RecordSchema.<Medication>named("medication")
                    .id("id", Medication::id, "Id of the record")
                    .bool("synthetic", medication -> true, "Always true: nobody real")
                    .code(
                            "status",
                            MedicationStatus.class,
                            Medication::status,
                            "Whether it is still valid on the as_of date")
                    .optionalCode(
                            "status_reason",
                            StopReason.class,
                            each -> each.ending() == null ? null : each.ending().reason(),
                            "Why it was stopped before it had run out")
                    .code(
                            "category",
                            MedicationCategory.class,
                            Medication::category,
                            "Where it is taken")
                    .group("member", Medication::member, Member.REFERENCE, "For whom")
                    .text("drug", each -> each.drug().keyText(), "Key of the drug")
                    .text("name", each -> each.drug().name(), "Clinical drug as RxNorm names it")
                    .text("ingredient", each -> each.drug().ingredient(), "What is in it")
                    .optionalText(
                            "rxnorm", each -> each.drug().rxnorm(), "RxNorm code, where it is sure")
                    .optionalText(
                            "ndc",
                            each -> each.drug().ndc(),
                            "NDC of one product, where it is sure")
                    .text("form", each -> each.drug().form(), "For example tablet")
                    .text("route", each -> each.drug().route(), "For example oral")
                    .text("drug_class", each -> each.drug().drugClass(), "Class, in our words")
                    .optionalText(
                            "schedule",
                            each -> each.drug().schedule(),
                            "Of the Controlled Substances Act")
                    .text("directions", each -> each.prescription().directions(), "For the patient")
                    .decimal(
                            "quantity",
                            each -> each.prescription().quantityTenths(),
                            TENTHS,
                            "Of one fill")
                    .text("unit", each -> each.drug().unit(), "Unit of the quantity")
                    .integer(
                            "days_supply",
                            each -> each.prescription().daysSupply(),
                            "Days that one fill lasts")
                    .integer(
                            "refills",
                            each -> each.prescription().refills(),
                            "How often it may be filled again")
                    .bool(
                            "long_term",
                            each -> each.prescription().longTerm(),
                            "Whether it is renewed as long as the condition lasts")
                    .date(
                            "authored_date",
                            each -> LocalDate.ofEpochDay(each.prescription().day()),
                            "When it was written")
                    .optionalDate(
                            "valid_until",
                            Medication::validUntil,
                            "Last day on which a pharmacy may fill it if it is not stopped")
                    .optionalDate(
                            "end_date",
                            Medication::endDate,
                            "Last day on which it held; of a stopped one, the day of that")
                    .optionalText("reason_code", Medication::reasonCode, "ICD-10-CM code")
                    .optionalText("reason", Medication::reason, "Description of the code")
                    .optionalId(
                            "condition_id",
                            Medication::condition,
                            "Record of the condition that it is for")
                    .optionalId(
                            "encounter_id",
                            Medication::encounter,
                            "Record of the encounter at which it was written")
                    .group("prescriber", Medication::prescriber, Provider.REFERENCE, "Who wrote it")
                    .optionalGroup(
                            "pharmacy",
                            Medication::pharmacy,
                            Provider.REFERENCE,
                            "Where the member has it filled; none for what a clinic gives")
                    .bool(
                            "over_the_counter",
                            each -> each.drug().overTheCounter(),
                            "Whether it is sold without a prescription, so that no claim is made")
                    .build();

    /** Where it is taken. */
    public MedicationCategory category() {
        return MedicationCategory.of(prescription);
    }

    private @Nullable LocalDate validUntil() {
        return prescription.dispensed() ? LocalDate.ofEpochDay(prescription.lastFillDay()) : null;
    }

    private @Nullable LocalDate endDate() {
        return ending == null ? null : LocalDate.ofEpochDay(ending.day());
    }

    /** What is prescribed. */
    public Drug drug() {
        return prescription.drug();
    }

    private @Nullable Diagnosis diagnosis() {
        if (prescription.condition() != null) {
            return prescription.condition().diagnosis();
        }
        return prescription.visit() == null ? null : prescription.visit().diagnosis();
    }

    private @Nullable Text reasonCode() {
        Diagnosis diagnosis = diagnosis();
        return diagnosis == null ? null : diagnosis.code();
    }

    private @Nullable Text reason() {
        Diagnosis diagnosis = diagnosis();
        return diagnosis == null ? null : diagnosis.description();
    }
}
