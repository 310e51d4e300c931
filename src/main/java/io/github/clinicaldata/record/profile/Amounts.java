package io.github.clinicaldata.record.profile;

import io.github.clinicaldata.record.Field.DecimalField;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Tells how numbers lie.
 *
 * @param <R> the type of record
 */
public final class Amounts<R> implements Measure.Collector<R> {
    private final ToLongFunction<R> value;
    private final double unit;
    private long[] numbers = new long[1024];
    private int count;

    /**
     * Numbers.
     *
     * @param value the number; {@link DecimalField#ABSENT} where a record has none
     * @param unit how many of them are one, for example 100 for amounts in cents
     */
    public Amounts(ToLongFunction<R> value, double unit) {
        this.value = value;
        this.unit = unit;
    }

    @Override
    public void add(R record) {
        long number = value.applyAsLong(record);
        if (number != DecimalField.ABSENT) {
            if (count == numbers.length) {
                numbers = Arrays.copyOf(numbers, 2 * count);
            }
            numbers[count++] = number;
        }
    }

    @Override
    public Outcome outcome(Sample sample) {
        if (count == 0) {
            return Outcome.of(List.of());
        }
        long[] sorted = Arrays.copyOf(numbers, count);
        Arrays.sort(sorted);
        return new Outcome(
                List.of(),
                new Outcome.Percentiles(
                        count,
                        Arrays.stream(sorted).average().orElseThrow() / unit,
                        sorted[0] / unit,
                        at(sorted, 0.05),
                        at(sorted, 0.25),
                        at(sorted, 0.5),
                        at(sorted, 0.75),
                        at(sorted, 0.95),
                        at(sorted, 0.99),
                        sorted[count - 1] / unit),
                null);
    }

    /** The smallest number that so many of them do not exceed. */
    private double at(long[] sorted, double part) {
        return sorted[Math.max((int) Math.ceil(part * sorted.length) - 1, 0)] / unit;
    }
}
