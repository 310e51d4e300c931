package io.github.clinicaldata.record.allergy;

import io.github.clinicaldata.record.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What people are allergic to: a row of {@code codes/allergens.csv}.
 *
 * @param ordinal its position in the file
 * @param key the file's own key, for example {@code tree-nut}
 * @param name as it is shown
 * @param category drug, food or surroundings
 * @param rxnorm RxNorm code of an ingredient that stands for it, or null
 * @param icd10cm ICD-10-CM code of the allergy
 * @param prevalence share of all people who have it on record, 0 to 1
 * @param severities shares of mild, moderate and severe; they sum to 1
 * @param avoided classes of drugs that those who have it must not be given
 */
public record Allergen(
        int ordinal,
        Text key,
        Text name,
        AllergenCategory category,
        @Nullable Text rxnorm,
        Text icd10cm,
        double prevalence,
        List<Double> severities,
        List<Text> avoided) {}
