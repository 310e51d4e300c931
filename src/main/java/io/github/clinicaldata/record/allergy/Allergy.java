package io.github.clinicaldata.record.allergy;

import io.github.clinicaldata.record.RecordId;
import io.github.clinicaldata.record.RecordSchema;
import io.github.clinicaldata.record.member.Member;
import io.github.clinicaldata.record.provider.Affiliation;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An allergy on the record of a member.
 *
 * @param id the record's id
 * @param member who has it
 * @param allergen to what
 * @param status whether it is held to be there on {@code asOf}
 * @param verification how sure it is
 * @param criticality what the next contact may do
 * @param onsetDate when it first showed, or null where nobody knows
 * @param recordedDate when it was put on record
 * @param resolvedDate when it was found outgrown or ruled out, or null while it is active
 * @param reactions how it showed, the main one first; at least one
 * @param recorder who recorded it, or null for the uninsured
 */
public record Allergy(
        RecordId id,
        Member member,
        Allergen allergen,
        AllergyStatus status,
        Verification verification,
        Criticality criticality,
        @Nullable LocalDate onsetDate,
        LocalDate recordedDate,
        @Nullable LocalDate resolvedDate,
        List<AllergyReaction> reactions,
        @Nullable Affiliation recorder) {
    /** The fields of an allergy. */
    public static final RecordSchema<Allergy> SCHEMA =
            RecordSchema.<Allergy>named("allergy")
                    .id("id", Allergy::id, "Id of the record")
                    .bool("synthetic", allergy -> true, "Always true: nobody real")
                    .group("member", Allergy::member, Member.REFERENCE, "Who has it")
                    .text("allergen", a -> a.allergen().key(), "Key of the allergen")
                    .text("name", a -> a.allergen().name(), "Name of the allergen")
                    .code(
                            "category",
                            AllergenCategory.class,
                            a -> a.allergen().category(),
                            "What kind of thing the allergen is")
                    .optionalText(
                            "rxnorm",
                            a -> a.allergen().rxnorm(),
                            "RxNorm code of an ingredient that stands for the drug or its group")
                    .text("icd10cm", a -> a.allergen().icd10cm(), "ICD-10-CM code of the allergy")
                    .code(
                            "status",
                            AllergyStatus.class,
                            Allergy::status,
                            "Whether it is held to be there on the as_of date")
                    .code("verification", Verification.class, Allergy::verification, "How sure")
                    .code(
                            "criticality",
                            Criticality.class,
                            Allergy::criticality,
                            "What the next contact may do: high where it may endanger life")
                    .optionalDate(
                            "onset_date", Allergy::onsetDate, "When it first showed, where known")
                    .date("recorded_date", Allergy::recordedDate, "When it was put on record")
                    .optionalDate(
                            "resolved_date",
                            Allergy::resolvedDate,
                            "When it was found outgrown or ruled out")
                    .groups(
                            "reactions",
                            Allergy::reactions,
                            AllergyReaction.SCHEMA,
                            "How it showed, the main reaction first")
                    .optionalGroup(
                            "recorder",
                            Allergy::recorder,
                            Affiliation.SCHEMA,
                            "Who recorded it: the primary care provider")
                    .build();
}
