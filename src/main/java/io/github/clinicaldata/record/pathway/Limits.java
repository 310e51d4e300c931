package io.github.clinicaldata.record.pathway;

import io.github.clinicaldata.record.code.IntRange;
import io.github.clinicaldata.record.code.YamlNode;
import io.github.clinicaldata.record.person.Sex;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * For whom an entry of a pathway is meant.
 *
 * @param ages in whole years
 * @param sex or null for both
 */
public record Limits(IntRange ages, @Nullable Sex sex) {
    /** All ages. */
    public static final IntRange ANY_AGE = new IntRange(0, 130);

    /** No limits. */
    static final Limits EVERYBODY = new Limits(ANY_AGE, null);

    /** Reads the keys {@code ages} and {@code sex}. */
    static Limits of(YamlNode node) {
        String sex = node.text("sex", "any");
        return new Limits(
                node.range("ages", ANY_AGE),
                sex.equals("any") ? null : Sex.valueOf(sex.toUpperCase(Locale.ROOT)));
    }

    /** Whether somebody is meant. */
    public boolean fit(Sex of, int age) {
        return (sex == null || sex == of) && ages.contains(age);
    }
}
