package io.github.clinicaldata.record.vaccine;

import io.github.clinicaldata.record.code.YamlNode;
import io.github.clinicaldata.record.random.AliasTable;
import io.github.clinicaldata.record.random.RandomStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A vaccine that is given each season anew. Immutable.
 *
 * @param series what all series have
 * @param months of the season
 * @param monthWeights their weights
 * @param firstDay the first day of the first month
 * @param youngest the youngest age
 * @param firstBelow below this age the first season is decided by itself, and has two doses
 * @param countedBelow below this age the first season should have two doses
 * @param interval the least time between those two
 * @param usual the usual longest time between them
 * @param second share of those with the first of the two who get the second
 * @param shares of people by age who get it in a season
 * @param afterPrimary the least time since the first doses ever, or null
 * @param afterPrimaryTo until when those are needed at all
 * @param boostedSeason the year in which a season of larger shares began, or -1
 * @param boostedTimes how much larger
 * @param boostedMost the largest share in it
 */
record SeasonalSeries(
        Series series,
        List<Integer> months,
        AliasTable monthWeights,
        int firstDay,
        Age youngest,
        int firstBelow,
        int countedBelow,
        Age interval,
        Age usual,
        double second,
        AgeShares shares,
        @Nullable Age afterPrimary,
        int afterPrimaryTo,
        int boostedSeason,
        double boostedTimes,
        double boostedMost) {
    /** Seasons begin in July. */
    private static final int FIRST_MONTH = 7;

    /** Reads a series. */
    static SeasonalSeries read(int ordinal, YamlNode node, Products products) {
        node.allowOnly(
                "series",
                "name",
                "group",
                "since",
                "months",
                "weights",
                "first_day",
                "youngest",
                "first",
                "after_primary",
                "boosted",
                "shares",
                "products");
        YamlNode first = node.map("first");
        first.allowOnly("below", "counted_below", "interval", "usual", "share");
        YamlNode primary = node.has("after_primary") ? node.map("after_primary") : null;
        YamlNode boosted = node.has("boosted") ? node.map("boosted") : null;
        return new SeasonalSeries(
                Series.read(ordinal, node, products),
                node.texts("months").stream().map(Integer::valueOf).toList(),
                AliasTable.of(
                        node.texts("weights").stream().mapToDouble(Double::parseDouble).toArray()),
                node.integer("first_day", 1),
                Age.parse(node.text("youngest")),
                first.integer("below"),
                first.integer("counted_below"),
                Age.parse(first.text("interval")),
                Age.parse(first.text("usual")),
                first.number("share"),
                AgeShares.read(node),
                primary == null ? null : Age.parse(primary.text("interval")),
                primary == null ? Integer.MIN_VALUE : Offer.day(primary, "to", Integer.MAX_VALUE),
                boosted == null ? -1 : boosted.integer("season"),
                boosted == null ? 1 : boosted.number("times"),
                boosted == null ? 1 : boosted.number("most"));
    }

    /** The year in which the season of a day begins. */
    static int seasonOf(int day) {
        int year = Days.year(day);
        return Days.month(day) < FIRST_MONTH ? year - 1 : year;
    }

    /** A day of the season that begins in a year. */
    int draw(int season, RandomStream stream) {
        int month = months.get(monthWeights.pick(stream));
        int year = month < FIRST_MONTH ? season + 1 : season;
        int first = month == months.get(0) ? firstDay : 1;
        return Days.of(year, month, stream.between(first, Days.lengthOfMonth(year, month)));
    }

    /** Whether a day, since 1970-01-01, is in the months of a season. */
    boolean isInSeason(int day) {
        int number = Days.number(day) % 10_000;
        int month = number / 100;
        for (int i = 0; i < months.size(); i++) {
            if (months.get(i) == month) {
                return i > 0 || number % 100 >= firstDay;
            }
        }
        return false;
    }

    /**
     * The share of people who get it in a season.
     *
     * @param season the year in which it begins
     * @param age in whole years
     */
    double share(int season, int age) {
        double share = shares.at(age);
        return season == boostedSeason ? Math.min(boostedMost, boostedTimes * share) : share;
    }
}
