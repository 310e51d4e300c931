package io.github.clinicaldata.record.vaccine;

import io.github.clinicaldata.record.code.YamlNode;
import org.jspecify.annotations.Nullable;

/**
 * When a dose of a series of children may and should be given, and how many get it.
 *
 * @param recommended the usual age
 * @param until the end of the usual range
 * @param minimum the youngest valid age
 * @param interval the least time since the dose before, or null
 * @param firstInterval the least time since the first dose, or null
 * @param latest the oldest age at which it is given, or null
 * @param from the first day of the recommendation, since 1970-01-01
 * @param share of all children who ever get it
 * @param prompt share of all children who get it when it is due
 * @param lateFrom from which age on the others get it
 * @param lateTo until which age
 */
record DoseRule(
        Age recommended,
        Age until,
        Age minimum,
        @Nullable Age interval,
        @Nullable Age firstInterval,
        @Nullable Age latest,
        int from,
        double share,
        double prompt,
        Age lateFrom,
        Age lateTo) {
    private static final String LATE = "24 months to 5 years";

    /** Reads a rule. */
    static DoseRule read(YamlNode node) {
        node.allowOnly(
                "recommended",
                "until",
                "minimum",
                "interval",
                "first_interval",
                "latest",
                "since",
                "share",
                "prompt",
                "late");
        String[] late = node.text("late", LATE).split(" to ", -1);
        return new DoseRule(
                Age.parse(node.text("recommended")),
                Age.parse(node.text("until", node.text("recommended"))),
                Age.parse(node.text("minimum")),
                age(node, "interval"),
                age(node, "first_interval"),
                age(node, "latest"),
                Offer.day(node, "since", Integer.MIN_VALUE),
                node.number("share"),
                node.number("prompt", node.number("share")),
                Age.parse(late[0]),
                Age.parse(late[1]));
    }

    /** The age or interval of a key, or null. */
    static @Nullable Age age(YamlNode node, String key) {
        return node.has(key) ? Age.parse(node.text(key)) : null;
    }
}
