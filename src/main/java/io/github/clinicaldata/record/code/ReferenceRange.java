package io.github.clinicaldata.record.code;

import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.person.Sex;
import org.jspecify.annotations.Nullable;

/**
 * The range of results that are held normal.
 *
 * @param months the ages that are meant, in completed months
 * @param sex or null for both
 * @param low the lowest, without its decimal point, or {@link #NONE}
 * @param high the highest, without its decimal point, or {@link #NONE}
 * @param text as laboratories print it, for example {@code 70-99}
 */
public record ReferenceRange(IntRange months, @Nullable Sex sex, long low, long high, Text text) {
    /** Stands for a bound that there is not. */
    public static final long NONE = Long.MIN_VALUE;

    /** Whether it is meant for somebody of an age in completed months. */
    public boolean fits(Sex of, int age) {
        return (sex == null || sex == of) && months.contains(age);
    }
}
