package io.github.clinicaldata.record.code;

import io.github.clinicaldata.record.person.Sex;
import org.jspecify.annotations.Nullable;

/**
 * How the results of some people are distributed. What a row does not say is {@link #UNSAID}.
 *
 * @param months the ages that are meant, in completed months
 * @param sex or null for both
 * @param code how the code of the condition's diagnosis begins, or null for all
 * @param mean of people's own means; the median where the analyte is logarithmic
 * @param sd spread between people
 * @param within spread of one person's results
 * @param min the least result
 * @param max the greatest result
 * @param trend drift a year since onset; relative where the analyte is logarithmic
 * @param times factor of what a person would have without the condition
 * @param add what is added to it
 * @param rampYears over how many years round onset and end the condition comes and goes, or 0
 */
public record AnalyteRow(
        IntRange months,
        @Nullable Sex sex,
        @Nullable String code,
        double mean,
        double sd,
        double within,
        double min,
        double max,
        double trend,
        double times,
        double add,
        double rampYears) {
    /** Stands for what a row does not say. */
    public static final double UNSAID = Double.NaN;

    /** Whether it is meant for somebody of an age in completed months. */
    public boolean fits(Sex of, int age) {
        return (sex == null || sex == of) && months.contains(age);
    }
}
