package io.github.clinicaldata.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Counts values within groups, and compares each group with expected weights by value. */
public final class Tally {
    private final Map<String, Map<String, long[]>> groups = new TreeMap<>();

    /** Counts one value. */
    public void add(String group, Object value) {
        groups.computeIfAbsent(group, name -> new TreeMap<>())
                .computeIfAbsent(value.toString(), name -> new long[1])[0]++;
    }

    /** The groups that came. */
    public Set<String> groups() {
        return groups.keySet();
    }

    /**
     * For independent draws: fails when chance explains the counts less often than one in a
     * million.
     */
    public void assertDrawnFrom(String group, Map<String, Double> weights) {
        Cells cells = cells(group, weights);
        assertThat(Statistics.chiSquare(cells.counts, cells.shares))
                .as("%s: %s against %s", group, describe(group), weights)
                .isGreaterThan(Statistics.RARE);
    }

    /** For clustered draws: fails when more than this share would have to move. */
    public void assertNear(String group, Map<String, Double> weights, double totalVariation) {
        Cells cells = cells(group, weights);
        assertThat(Statistics.totalVariation(cells.counts, cells.shares))
                .as("%s: %s against %s", group, describe(group), weights)
                .isLessThan(totalVariation);
    }

    private record Cells(long[] counts, double[] shares) {}

    private Cells cells(String group, Map<String, Double> weights) {
        Map<String, long[]> counted = groups.getOrDefault(group, Map.of());
        Set<String> values = new TreeSet<>(weights.keySet());
        values.addAll(counted.keySet());
        long[] counts = new long[values.size()];
        double[] shares = new double[values.size()];
        int i = 0;
        for (String value : values) {
            counts[i] = counted.getOrDefault(value, new long[1])[0];
            shares[i++] = weights.getOrDefault(value, 0.0);
        }
        return new Cells(counts, shares);
    }

    private String describe(String group) {
        StringBuilder text = new StringBuilder();
        groups.getOrDefault(group, Map.of())
                .forEach(
                        (value, count) ->
                                text.append(value).append('=').append(count[0]).append(' '));
        return text.toString();
    }
}
