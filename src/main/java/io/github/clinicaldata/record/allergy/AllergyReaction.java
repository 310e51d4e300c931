package io.github.clinicaldata.record.allergy;

import io.github.clinicaldata.record.RecordSchema;
import io.github.clinicaldata.record.Text;
import org.jspecify.annotations.Nullable;

/**
 * How an allergy showed.
 *
 * @param name the sign, for example {@code Hives}
 * @param severity how severe it was
 * @param icd10cm ICD-10-CM code of the sign, or null
 */
public record AllergyReaction(Text name, Severity severity, @Nullable Text icd10cm) {
    /** The fields of a reaction. */
    public static final RecordSchema<AllergyReaction> SCHEMA =
            RecordSchema.<AllergyReaction>named("allergy_reaction")
                    .text("name", AllergyReaction::name, "How it showed, for example Hives")
                    .code("severity", Severity.class, AllergyReaction::severity, "How severe")
                    .optionalText(
                            "icd10cm", AllergyReaction::icd10cm, "ICD-10-CM code of the reaction")
                    .build();
}
