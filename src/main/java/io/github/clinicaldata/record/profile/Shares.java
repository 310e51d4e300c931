package io.github.clinicaldata.record.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Counts how often values occur, or how often something holds for the records of each value.
 *
 * @param <R> the type of record
 */
public final class Shares<R> implements Measure.Collector<R> {
    private static final class Tally {
        private long all;
        private long held;
    }

    /** So many values are told, the most frequent ones; the rest is one row. */
    private static final int MOST = 50;

    private final Function<R, @Nullable String> value;
    private final @Nullable Predicate<R> condition;
    private final SortedMap<String, Double> expected;
    private final SortedMap<String, Tally> tallies = new TreeMap<>();

    private Shares(
            Function<R, @Nullable String> value,
            @Nullable Predicate<R> condition,
            SortedMap<String, Double> expected) {
        this.value = value;
        this.condition = condition;
        this.expected = expected;
    }

    /**
     * The share of each value among the records that have one.
     *
     * @param expected the shares of a source, or nothing
     */
    public static <R> Shares<R> of(
            Function<R, @Nullable String> value, SortedMap<String, Double> expected) {
        return new Shares<>(value, null, expected);
    }

    /** For each value, the share of its records for which a condition holds. */
    public static <R> Shares<R> within(
            Function<R, @Nullable String> value,
            Predicate<R> condition,
            SortedMap<String, Double> expected) {
        return new Shares<>(value, condition, expected);
    }

    @Override
    public void add(R record) {
        String key = value.apply(record);
        if (key != null) {
            Tally tally = tallies.computeIfAbsent(key, any -> new Tally());
            tally.all++;
            tally.held += condition != null && condition.test(record) ? 1 : 0;
        }
    }

    @Override
    public Outcome outcome(Sample sample) {
        long all = tallies.values().stream().mapToLong(tally -> tally.all).sum();
        List<Outcome.Row> rows = new ArrayList<>();
        tallies.forEach(
                (key, tally) ->
                        rows.add(
                                new Outcome.Row(
                                        key,
                                        tally.all,
                                        condition == null
                                                ? (double) tally.all / all
                                                : (double) tally.held / tally.all,
                                        expected.get(key))));
        expected.forEach(
                (key, share) -> {
                    if (!tallies.containsKey(key)) {
                        rows.add(new Outcome.Row(key, 0, 0, share));
                    }
                });
        return Outcome.of(rows.size() <= MOST ? rows : most(rows));
    }

    private static List<Outcome.Row> most(List<Outcome.Row> rows) {
        rows.sort(Comparator.comparingLong(Outcome.Row::count).reversed());
        List<Outcome.Row> shown = new ArrayList<>(rows.subList(0, MOST));
        long count = 0;
        double share = 0;
        for (Outcome.Row row : rows.subList(MOST, rows.size())) {
            count += row.count();
            share += row.share();
        }
        shown.add(new Outcome.Row("(others)", count, share, null));
        return shown;
    }
}
