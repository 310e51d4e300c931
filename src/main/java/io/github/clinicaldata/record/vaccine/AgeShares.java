package io.github.clinicaldata.record.vaccine;

import io.github.clinicaldata.record.code.IntRange;
import io.github.clinicaldata.record.code.YamlNode;
import io.github.clinicaldata.record.filter.Filters;
import java.util.List;

/** Shares of people by age in whole years, and for some from which day on. Immutable. */
final class AgeShares {
    private final double[] shares = new double[Filters.OLDEST + 1];
    private final int[] from = new int[Filters.OLDEST + 1];

    private AgeShares(List<YamlNode> nodes) {
        for (YamlNode node : nodes) {
            node.allowOnly("ages", "from", "share");
            IntRange ages = node.range("ages");
            for (int age = ages.low(); age <= ages.high(); age++) {
                shares[age] = node.number("share");
                from[age] = Offer.day(node, "from", Integer.MIN_VALUE);
            }
        }
    }

    /** Reads the shares of a series. */
    static AgeShares read(YamlNode series) {
        return new AgeShares(series.list("shares"));
    }

    /** The share at an age; 0 where none is given. */
    double at(int age) {
        return shares[Math.min(age, Filters.OLDEST)];
    }

    /** The first day, since 1970-01-01, at an age. */
    int from(int age) {
        return from[Math.min(age, Filters.OLDEST)];
    }
}
