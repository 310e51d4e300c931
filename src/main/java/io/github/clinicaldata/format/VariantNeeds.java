package io.github.clinicaldata.format;

import java.util.List;
import java.util.Map;

/**
 * Which values filters need so that a variant of a format finds records to write.
 *
 * @param option the parameter that chooses the variant
 * @param variant the variant
 * @param filters all values that leave records, by the name of each filter that can leave none
 */
public record VariantNeeds(String option, String variant, Map<String, List<String>> filters) {
    /** Of formats that write all records of a kind. */
    public static final VariantNeeds NONE = new VariantNeeds("", "", Map.of());
}
