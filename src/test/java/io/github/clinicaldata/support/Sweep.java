package io.github.clinicaldata.support;

import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.RecordKind;
import io.github.clinicaldata.record.RecordReader;
import java.util.Arrays;
import java.util.function.Consumer;

/** Reads very many records in order. */
public final class Sweep {
    /** How many records a proof of safety or uniqueness looks at. */
    public static final int MILLION = 1_000_000;

    private Sweep() {}

    /** Gives the first so many records of a population to a consumer. */
    public static <R> void over(
            RecordKind<R> kind, Population population, long count, Consumer<R> consumer) {
        RecordReader<R> reader = kind.generator().open(population);
        for (long index = 0; index < count; index++) {
            consumer.accept(reader.present(index));
        }
    }

    /** How many values come twice or more often; sorts the array. */
    public static long repeats(long[] values) {
        Arrays.sort(values);
        long repeats = 0;
        for (int i = 1; i < values.length; i++) {
            repeats += values[i] == values[i - 1] ? 1 : 0;
        }
        return repeats;
    }
}
