package io.github.clinicaldata.format;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes a group of fields.
 *
 * @param value the group of a record
 * @param group writes a group that is there
 * @param absent what stands for a group that is not
 * @param <R> the type of record
 * @param <G> the type of group
 */
public record GroupWriter<R, G>(
        Function<R, @Nullable G> value, FieldWriter<G> group, Literal absent)
        implements FieldWriter<R> {
    @Override
    public void write(R record, ByteSink sink) {
        G part = value.apply(record);
        if (part == null) {
            sink.write(absent);
        } else {
            group.write(part, sink);
        }
    }
}
