package io.github.clinicaldata.record.code;

import io.github.clinicaldata.record.Text;
import java.util.List;

/**
 * Something that is taken at visits, of {@code codes/vitals.yaml}.
 *
 * @param ordinal its position in the file
 * @param key of an analyte, or of a panel of several
 * @param loinc the LOINC code
 * @param name the LOINC name
 * @param category what kind of observation it is
 * @param partOfSet whether it is taken together with others of the set
 * @param analytes what it is made of; several where they are parts of one observation
 * @param takings how often it is taken, the first that fits counts
 */
public record VitalSign(
        int ordinal,
        Text key,
        Text loinc,
        Text name,
        ObservationCategory category,
        boolean partOfSet,
        List<Analyte> analytes,
        List<Taking> takings) {

    /**
     * How often it is taken at some visits.
     *
     * @param months the ages, in completed months
     * @param settings where; none for everywhere
     * @param reasons keys or categories of the pathways that led to the visit; none for all
     * @param share of the visits, 0 to 1; at 1 it is always taken
     */
    public record Taking(
            IntRange months, List<String> settings, List<String> reasons, double share) {}
}
