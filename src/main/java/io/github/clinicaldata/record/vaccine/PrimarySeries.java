package io.github.clinicaldata.record.vaccine;

import io.github.clinicaldata.record.code.YamlNode;

/**
 * The first doses against COVID-19, which nearly all got within some months. Immutable.
 *
 * @param series what all series have
 * @param shares of people by age, and from when on
 * @param delay the mean time in days until the first dose
 * @param interval the least time between the two doses
 * @param usual the usual longest time between them
 */
record PrimarySeries(Series series, AgeShares shares, int delay, Age interval, Age usual) {
    /** How many doses it has. */
    static final int DOSES = 2;

    /** Reads the series. */
    static PrimarySeries read(int ordinal, YamlNode node, Products products) {
        node.allowOnly(
                "series",
                "name",
                "group",
                "since",
                "to",
                "delay",
                "interval",
                "usual",
                "shares",
                "products");
        return new PrimarySeries(
                Series.read(ordinal, node, products),
                AgeShares.read(node),
                Age.parse(node.text("delay")).after(0),
                Age.parse(node.text("interval")),
                Age.parse(node.text("usual")));
    }
}
