package io.github.clinicaldata.record.profile;

import java.util.function.ToLongFunction;

/**
 * Sums up numbers and divides by the years that the members live through.
 *
 * @param <R> the type of record
 */
public final class PerMemberYear<R> implements Measure.Collector<R> {
    private final ToLongFunction<R> value;
    private final double unit;
    private long sum;

    /**
     * Numbers.
     *
     * @param unit how many of them are one, for example 100 for amounts in cents
     */
    public PerMemberYear(ToLongFunction<R> value, double unit) {
        this.value = value;
        this.unit = unit;
    }

    @Override
    public void add(R record) {
        sum += value.applyAsLong(record);
    }

    @Override
    public Outcome outcome(Sample sample) {
        double years = sample.members() * sample.years();
        return Outcome.of(years == 0 ? 0 : sum / unit / years);
    }
}
