package io.github.clinicaldata.record.vaccine;

import io.github.clinicaldata.record.code.YamlNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A series of childhood and adolescence. Immutable.
 *
 * @param series what all series have
 * @param position among those of children
 * @param fromMale the first day for boys
 * @param rules one for each dose
 * @param extended the rules where combination vaccines bring one dose more, or null
 * @param combinedWith the position of the series whose combination vaccines count, or -1
 * @param keepsProduct whether all doses are of one product where possible
 * @param months the months in which it is given, January first
 * @param unlessMother the series of the mother that makes it needless, or null
 */
record ChildSeries(
        Series series,
        int position,
        int fromMale,
        List<DoseRule> rules,
        @Nullable List<DoseRule> extended,
        int combinedWith,
        boolean keepsProduct,
        List<Boolean> months,
        @Nullable String unlessMother) {
    private static final int MONTHS = 12;

    /**
     * Reads the series of children.
     *
     * @param nodes in the order of the file
     */
    static List<ChildSeries> read(List<YamlNode> nodes, Products products) {
        List<String> names = nodes.stream().map(node -> node.text("series")).toList();
        List<ChildSeries> all = new ArrayList<>();
        for (YamlNode node : nodes) {
            all.add(read(all.size(), node, names, products));
        }
        return List.copyOf(all);
    }

    private static ChildSeries read(
            int position, YamlNode node, List<String> names, Products products) {
        node.allowOnly(
                "series",
                "name",
                "group",
                "since",
                "since_male",
                "combined_with",
                "keeps_product",
                "season",
                "unless_mother",
                "doses",
                "with_combination",
                "products");
        Series series = Series.read(position, node, products);
        List<DoseRule> rules = node.list("doses").stream().map(DoseRule::read).toList();
        List<Integer> extended =
                node.texts("with_combination").stream().map(Integer::valueOf).toList();
        return new ChildSeries(
                series,
                position,
                Offer.day(node, "since_male", series.from()),
                rules,
                extended.isEmpty() ? null : chosen(rules, extended),
                names.indexOf(node.text("combined_with", "")),
                !node.has("keeps_product") || node.flag("keeps_product"),
                months(node),
                node.textOrNull("unless_mother"));
    }

    /** Some of the rules, by their numbers from 1. */
    static <T> List<T> chosen(List<T> rules, List<Integer> numbers) {
        return numbers.stream().map(number -> rules.get(number - 1)).toList();
    }

    /** In which months, January first, a series is given: all, or those of its season. */
    static List<Boolean> months(YamlNode node) {
        List<String> season = node.texts("season");
        List<Boolean> months = new ArrayList<>();
        for (int month = 1; month <= MONTHS; month++) {
            months.add(season.isEmpty() || season.contains(Integer.toString(month)));
        }
        return List.copyOf(months);
    }

    /** The rules for who begins with a vaccine. */
    List<DoseRule> rulesWith(Offer offer) {
        return offer.rules().isEmpty() ? rules : chosen(rules, offer.rules());
    }
}
