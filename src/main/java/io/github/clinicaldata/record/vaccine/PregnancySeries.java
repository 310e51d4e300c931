package io.github.clinicaldata.record.vaccine;

import io.github.clinicaldata.record.code.IntRange;
import io.github.clinicaldata.record.code.YamlNode;
import java.util.List;

/**
 * A dose in pregnancy. Immutable.
 *
 * @param series what all series have
 * @param weeks of gestation in which it is given
 * @param share of pregnant women who get it
 * @param months the months in which it is given, January first
 */
record PregnancySeries(Series series, IntRange weeks, double share, List<Boolean> months) {
    /** Reads a series. */
    static PregnancySeries read(int ordinal, YamlNode node, Products products) {
        node.allowOnly("series", "name", "group", "since", "season", "weeks", "share", "products");
        return new PregnancySeries(
                Series.read(ordinal, node, products),
                node.range("weeks"),
                node.number("share"),
                ChildSeries.months(node));
    }
}
