package io.github.clinicaldata.record.vaccine;

import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.code.YamlNode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A series of adults. Immutable.
 *
 * @param series what all series have
 * @param bornFrom only who was born from this day on, since 1970-01-01
 * @param bornTo only who was born until this day
 * @param begun when it is begun and by how many
 * @param latest the oldest age at which it is begun, or null
 * @param delay the mean time in days until it is begun
 * @param every the time after which it is repeated, or null
 * @param doses after the first one
 * @param notWithin no dose of the same group so near, or null
 * @param after the series before it, or null
 * @param afterInterval the least time between the two, or null
 * @param months the months in which it is given, January first
 */
record AdultSeries(
        Series series,
        int bornFrom,
        int bornTo,
        List<Begin> begun,
        @Nullable Age latest,
        int delay,
        @Nullable Age every,
        List<Next> doses,
        @Nullable Age notWithin,
        @Nullable Text after,
        @Nullable Age afterInterval,
        List<Boolean> months) {

    /**
     * When a series may be begun.
     *
     * @param age the youngest age
     * @param from the first day, since 1970-01-01
     * @param share of all who do
     */
    record Begin(Age age, int from, double share) {
        static Begin read(YamlNode node) {
            node.allowOnly("age", "since", "share");
            return new Begin(
                    Age.parse(node.text("age")),
                    Offer.day(node, "since", Integer.MIN_VALUE),
                    node.number("share"));
        }
    }

    /**
     * A dose after the first.
     *
     * @param interval the least time since the dose before
     * @param usual the usual longest time since it
     * @param share of those with the dose before who get it
     */
    record Next(Age interval, Age usual, double share) {
        static Next read(YamlNode node) {
            node.allowOnly("interval", "usual", "share");
            return new Next(
                    Age.parse(node.text("interval")),
                    Age.parse(node.text("usual")),
                    node.number("share"));
        }
    }

    /** Reads a series. */
    static AdultSeries read(int ordinal, YamlNode node, Products products) {
        node.allowOnly(
                "series",
                "name",
                "group",
                "since",
                "to",
                "every",
                "born",
                "begun",
                "latest",
                "delay",
                "not_within",
                "after",
                "season",
                "doses",
                "products");
        String[] born =
                node.text("born", LocalDate.EPOCH.minusYears(200) + " to 9999-12-31")
                        .split(" to ", -1);
        YamlNode after = node.has("after") ? node.map("after") : null;
        return new AdultSeries(
                Series.read(ordinal, node, products),
                (int) LocalDate.parse(born[0]).toEpochDay(),
                (int) LocalDate.parse(born[1]).toEpochDay(),
                node.list("begun").stream().map(Begin::read).toList(),
                DoseRule.age(node, "latest"),
                Age.parse(node.text("delay")).after(0),
                DoseRule.age(node, "every"),
                node.list("doses").stream().map(Next::read).toList(),
                DoseRule.age(node, "not_within"),
                after == null ? null : Text.of(after.text("series")),
                after == null ? null : Age.parse(after.text("interval")),
                ChildSeries.months(node));
    }

    /** How many doses make it complete for who begins with a vaccine. */
    int length(Offer offer) {
        return offer.rules().isEmpty() ? 1 + doses.size() : offer.rules().size();
    }
}
