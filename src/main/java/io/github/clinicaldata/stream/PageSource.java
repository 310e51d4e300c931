package io.github.clinicaldata.stream;

import io.github.clinicaldata.format.ByteSink;
import io.github.clinicaldata.format.EncoderSession;
import io.github.clinicaldata.format.StreamContext;
import io.github.clinicaldata.plan.GenerationPlan;
import io.github.clinicaldata.record.RecordReader;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads a page at once, for answers of bounded size. */
public final class PageSource {
    private PageSource() {}

    /**
     * What a page holds.
     *
     * @param records how many records
     * @param next the index after the last one that was looked at, or null at the population's end
     */
    public record Result(int records, @Nullable Long next) {}

    /** Writes the records of a page, with what its format puts around them. */
    public static <R> Result read(GenerationPlan<R> plan, ByteSink sink) {
        RecordReader<R> reader = plan.kind().generator().open(plan.population());
        long index = plan.indexes().from();
        EncoderSession<R> session =
                plan.encoder().open(new StreamContext(plan.population(), index, plan.options()));
        Predicate<R> filter = plan.filter();
        int records = 0;
        session.begin(sink);
        while (records < plan.count() && index < plan.indexes().until()) {
            R record = reader.read(index);
            if (record != null && (filter == null || filter.test(record))) {
                session.write(record, sink);
                records++;
            }
            index = plan.indexes().after(index);
        }
        session.end(sink);
        return new Result(
                records, index >= plan.kind().indexes().size(plan.population()) ? null : index);
    }
}
