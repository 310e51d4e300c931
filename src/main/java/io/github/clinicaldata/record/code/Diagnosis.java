package io.github.clinicaldata.record.code;

import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.person.Sex;
import org.jspecify.annotations.Nullable;

/**
 * A billable diagnosis code of ICD-10-CM.
 *
 * @param code with its dot, for example {@code E11.9}
 * @param description as in the release
 * @param sex whom it is limited to, or null
 * @param ages whom it is limited to, in whole years
 */
public record Diagnosis(Text code, Text description, @Nullable Sex sex, IntRange ages) {
    /** Whether somebody can have it. */
    public boolean fits(Sex of, int age) {
        return (sex == null || sex == of) && ages.contains(age);
    }
}
