package io.github.clinicaldata.fhirapi.bulk;

import io.github.clinicaldata.record.IndexSpace;
import io.github.clinicaldata.record.RecordGenerator;
import io.github.clinicaldata.record.RecordKind;
import io.github.clinicaldata.record.RecordReader;
import io.github.clinicaldata.record.RecordSchema;

/**
 * Some records of a kind, one after the other, so that a stream can be of them. It is no bean.
 *
 * @param <R> the type of record
 */
final class SelectedKind<R> implements RecordKind<R> {
    private final RecordKind<R> whole;
    private final long[] selected;

    /**
     * Some records of a kind.
     *
     * @param selected their indexes
     */
    SelectedKind(RecordKind<R> whole, long[] selected) {
        this.whole = whole;
        this.selected = selected;
    }

    @Override
    public String name() {
        return whole.name();
    }

    @Override
    public String singular() {
        return whole.singular();
    }

    @Override
    public int code() {
        return whole.code();
    }

    @Override
    public String description() {
        return whole.description();
    }

    @Override
    public RecordSchema<R> schema() {
        return whole.schema();
    }

    @Override
    public RecordGenerator<R> generator() {
        return readers -> {
            RecordReader<R> reader = whole.generator().open(readers);
            return position -> reader.read(selected[(int) position]);
        };
    }

    @Override
    public IndexSpace indexes() {
        return IndexSpace.upTo(selected.length);
    }
}
