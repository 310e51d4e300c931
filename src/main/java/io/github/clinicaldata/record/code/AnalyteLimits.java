package io.github.clinicaldata.record.code;

import io.github.clinicaldata.record.person.Sex;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads for whom an entry of the files of analytes is meant. */
final class AnalyteLimits {
    /** All ages, in completed months. */
    static final IntRange ANY = new IntRange(0, Integer.MAX_VALUE);

    private static final int MONTHS = 12;
    private static final int OLDEST = 120;

    private AnalyteLimits() {}

    /** The keys {@code months} or {@code ages}, in completed months. */
    static IntRange months(YamlNode node) {
        if (node.has("months")) {
            return node.range("months");
        }
        return node.has("ages") ? years(node, "ages") : ANY;
    }

    /** A key in whole years, in completed months. */
    static IntRange years(YamlNode node, String key) {
        if (!node.has(key)) {
            return ANY;
        }
        IntRange years = node.range(key);
        return new IntRange(
                years.low() * MONTHS,
                years.high() >= OLDEST ? ANY.high() : years.high() * MONTHS + MONTHS - 1);
    }

    /** The key {@code sex}. */
    static @Nullable Sex sex(YamlNode node) {
        String sex = node.text("sex", "any");
        try {
            return sex.equals("any") ? null : Sex.valueOf(sex.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw node.error("sex cannot be " + sex);
        }
    }
}
